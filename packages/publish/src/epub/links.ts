import type { Element, ElementContent } from 'hast'
import { element } from '../html/element.ts'
import type { Document } from './document.ts'

/** What links and locators of a book lead to. */
export interface LinkTargets {
  /** File of each id. */
  files: Map<string, string>
  /** Printed page of each id; absent without a page map. */
  labels?: Map<string, string>
  /** Titles of the files, for locators without pages. */
  titles: Map<string, string>
  /** Path in the ePub of each image. */
  images: Map<string, string>
}

/** Turns links between ids into links between files, and fills in locators. */
export function resolveLinks(document: Document, targets: LinkTargets): void {
  resolve(document.root, document.file, targets)
}

/** The address of an id, as seen from a file; undefined where there is no such id. */
function addressOf(id: string, from: string, files: Map<string, string>): string | undefined {
  const file = files.get(id)
  return file === undefined ? undefined : file === from ? `#${id}` : `${file}#${id}`
}

function resolve(node: Element, file: string, targets: LinkTargets): void {
  const children: ElementContent[] = []
  const shown = new Set<string>()
  for (const child of node.children) {
    if (child.type !== 'element') {
      children.push(child)
      continue
    }
    resolve(child, file, targets)
    const { properties } = child
    delete properties['dataLink']
    const target = properties['dataLocator']
    delete properties['dataLocator']
    if (typeof target === 'string') {
      const text = locator(child, target, targets)
      // A page, or a chapter, stands once in a line of locators.
      if (text === undefined || shown.has(text)) continue
      if (shown.size > 0) children.push({ type: 'text', value: ', ' })
      shown.add(text)
      child.children = [{ type: 'text', value: text }]
    }
    const { href, src } = properties
    if (typeof href === 'string' && href.startsWith('#')) {
      properties['href'] = addressOf(href.slice(1), file, targets.files) ?? href
    }
    if (typeof src === 'string') {
      const image = targets.images.get(src)
      if (image === undefined) {
        children.push(element('span', { className: ['missing'] }, [String(properties['alt'] ?? '')]))
        continue
      }
      properties['src'] = image
    }
    children.push(child)
  }
  node.children = children
}

/** What a locator says: the printed page; in a line of locators else the chapter's title. */
function locator(node: Element, target: string, { labels, files, titles }: LinkTargets): string | undefined {
  const page = labels?.get(target)
  if (page) return page
  return node.tagName === 'a' ? titles.get(files.get(target) ?? '') : undefined
}
