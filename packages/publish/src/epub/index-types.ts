import type { Element } from 'hast'
import { eachElement } from '../html/each-element.ts'

/** The words of EPUB Indexes 1.0 for the parts of an index, by their class. */
const types: Record<string, string> = {
  'index-group': 'index-group',
  'index-entries': 'index-entry-list',
  'index-events': 'index-entry-list',
  'index-heading': 'index-term',
  'index-event': 'index-term',
  'index-see': 'index-xref-preferred index-term',
  'index-see-also': 'index-xref-related index-term',
}

/** Says of the parts of an index what they are, for readers that make more of an index than a page of links. */
export function addIndexTypes(root: Element): void {
  eachElement(root, (node) => {
    const { className } = node.properties
    const classes = Array.isArray(className) ? className.map(String) : []
    const type = node.tagName === 'li' ? 'index-entry' : types[classes.find((name) => name in types) ?? '']
    if (type !== undefined) node.properties['epub:type'] = type
    else if (node.tagName === 'a' && classes.includes('locator'))
      node.properties['epub:type'] = 'index-locator'
  })
}
