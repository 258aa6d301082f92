import type { Element, ElementContent } from 'hast'
import { element, text } from '../html/element.ts'
import type { PageStart } from '../model.ts'
import { printLocators } from '../pdf/locators.ts'
import type { Document } from './document.ts'
import type { ShownImage } from './images.ts'

/** What links and locators of a book lead to. */
export interface LinkTargets {
  /** File of each id. */
  files: Map<string, string>
  /** Printed page of each id; absent without a page map. */
  pageOf?: Map<string, PageStart>
  /** Titles of the files, for locators without pages. */
  titles: Map<string, string>
  /** File and size in the ePub of each image. */
  images: Map<string, ShownImage>
  /** What stands between locators. */
  separator: string
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
  const { className } = node.properties
  const isLine = Array.isArray(className) && className.includes('locators')
  // A volume's index has been filled in already: it names pages of other volumes, too.
  if (targets.pageOf && isLine && node.children.some(hasLocator)) {
    node.children = printedLine(node, targets.pageOf, targets.separator)
  }
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
      const said = locator(child, target, targets)
      // A page, or a chapter, stands once in a line of locators.
      if (said === undefined || shown.has(said)) continue
      if (shown.size > 0) children.push(text(targets.separator))
      shown.add(said)
      child.children = [text(said)]
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
      const { file: source, ...size } = image
      Object.assign(properties, { src: source, ...size })
    }
    children.push(child)
  }
  node.children = children
}

function hasLocator(node: ElementContent): boolean {
  return node.type === 'element' && node.properties['dataLocator'] !== undefined
}

/** A line of locators as the printed book has it: each page once, in order, three or more in a row as a range. */
function printedLine(
  node: Element,
  pageOf: ReadonlyMap<string, PageStart>,
  separator: string,
): ElementContent[] {
  const labels = new Map<number, string>()
  const located = node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const { dataLocator, className } = child.properties
    const page = pageOf.get(String(dataLocator))
    if (!page) return []
    labels.set(page.index, page.label)
    const primary = Array.isArray(className) && className.includes('primary')
    return [{ id: String(dataLocator), page: page.index, primary }]
  })
  return printLocators(located, (page) => labels.get(page) ?? '').flatMap(
    ({ id, text: value, primary }, at) => {
      const properties = { href: `#${id}`, className: ['locator', ...(primary ? ['primary'] : [])] }
      const link = element('a', properties, [value])
      return at === 0 ? [link] : [text(separator), link]
    },
  )
}

/** What a locator says: the printed page; in a line of locators else the chapter's title. */
function locator(node: Element, target: string, { pageOf, files, titles }: LinkTargets): string | undefined {
  const page = pageOf?.get(target)
  if (page) return page.label
  return node.tagName === 'a' ? titles.get(files.get(target) ?? '') : undefined
}
