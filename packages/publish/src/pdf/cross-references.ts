import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Links with a page number of their own, or with no use for one: notes, terms, the lines below a title. */
const ROLES = new Set(['doc-noteref', 'doc-backlink', 'doc-glossref'])

/** Adds an empty page number behind every link to another place of the book. Changes the tree. */
export function addPageReferences(root: Element): void {
  visit(root, 'element', (node: Element, index: number | undefined, parent: Element | Root | undefined) => {
    const { className, href, role } = node.properties
    const classes = Array.isArray(className) ? className : []
    if (classes.includes('reference') || classes.includes('opener')) return SKIP
    if (node.tagName !== 'a' || !String(href ?? '').startsWith('#') || ROLES.has(String(role))) return
    if (index === undefined || !parent || hasPage(parent.children[index + 1] as ElementContent | undefined))
      return
    const page: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['page-ref'], dataLocator: String(href).slice(1) },
      children: [],
    }
    parent.children.splice(index + 1, 0, page)
    return index + 2
  })
}

function hasPage(next: ElementContent | undefined): boolean {
  return next?.type === 'element' && next.properties['dataLocator'] !== undefined
}
