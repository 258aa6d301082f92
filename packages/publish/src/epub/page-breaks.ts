import type { Element, ElementContent, Text } from 'hast'
import { element } from '../html/element.ts'
import type { PageMap, PageStart } from '../model.ts'
import type { Document } from './document.ts'

/** A page of the printed book and where it begins in the ePub. */
export interface PlacedPage {
  label: string
  /** File and id, e.g. `sre.xhtml#page-12`. */
  href: string
}

/** Pages of the printed book in the ePub. */
export interface PlacedPages {
  pages: PlacedPage[]
  /** The printed pages on which the elements with these ids begin. */
  pageOf: Map<string, PageStart>
}

/** An open element in whose text pages begin. */
interface Counter {
  starts: PageStart[]
  next: number
  /** UTF-16 units of its text that are passed. */
  passed: number
}

/** Parents between whose children XHTML allows no text. */
const noText = new Set('ul ol table thead tbody tfoot tr colgroup ruby rt rp'.split(' '))

/**
 * Puts a page break into the documents where each printed page begins. A page that begins where the ePub has no
 * element (a half title, a blank) shares the place of the next page.
 */
export function placePages(documents: readonly Document[], map: PageMap): PlacedPages {
  const ids = new Set<string>()
  for (const { root } of documents) collectIds(root, ids)
  const walker = new Walker(startsByNode(map, ids))
  for (const document of documents) walker.walk(document)
  const pages = walker.placed.toSorted((a, b) => a.index - b.index)
  return { pages: pages.map(({ label, href }) => ({ label, href })), pageOf: walker.pageOf }
}

class Walker {
  readonly placed: (PlacedPage & { index: number })[] = []
  readonly pageOf = new Map<string, PageStart>()
  readonly #starts: Map<string, PageStart[]>
  readonly #open: Counter[] = []
  #pending: PageStart[] = []
  #page: PageStart | undefined
  /** Ids of elements whose text has not begun yet. */
  #waiting: string[] = []
  #file = ''

  constructor(starts: Map<string, PageStart[]>) {
    this.#starts = starts
  }

  walk(document: Document): void {
    this.#file = document.file
    this.#element(document.root)
    // What begins behind the last text of a file still belongs to the file.
    document.root.children.push(...this.#breaks())
    this.#settle()
  }

  #element(node: Element): void {
    const id = node.properties['id']
    const starts = typeof id === 'string' ? this.#starts.get(id) : undefined
    if (starts) this.#open.push({ starts, next: 0, passed: 0 })
    this.#reach()
    if (typeof id === 'string') this.#waiting.push(id)
    if (node.properties['dataLocator'] === undefined) {
      const children: ElementContent[] = []
      for (const child of node.children) {
        if (child.type === 'element') this.#element(child)
        if (child.type === 'text') children.push(...this.#text(child, node))
        else children.push(child)
      }
      node.children = children
    }
    const ended = starts && this.#open.pop()
    if (ended) this.#take(ended, Number.POSITIVE_INFINITY)
  }

  /** Passes a text and cuts it where pages begin in it. */
  #text(node: Text, parent: Element): ElementContent[] {
    const { value } = node
    const allowed = value.trim() !== '' && !noText.has(parent.tagName)
    if (value.trim() !== '') this.#begin(value.length - value.trimStart().length)
    const result: ElementContent[] = allowed ? this.#breaks() : []
    let from = 0
    for (const cut of allowed ? this.#cuts(value) : []) {
      result.push({ type: 'text', value: value.slice(from, cut) })
      this.#pass(cut - from)
      this.#reach()
      result.push(...this.#breaks())
      from = cut
    }
    result.push({ type: 'text', value: value.slice(from) })
    this.#pass(value.length - from)
    return result
  }

  /** Where pages begin inside of a text that follows. */
  #cuts(value: string): number[] {
    const cuts = new Set<number>()
    for (const { starts, next, passed } of this.#open) {
      for (let index = next; index < starts.length; index++) {
        const at = (starts[index]?.offset ?? 0) - passed
        if (at >= value.length) break
        // Never between the halves of one character.
        if (at > 0) cuts.add(/[\uDC00-\uDFFF]/u.test(value.charAt(at)) ? at + 1 : at)
      }
    }
    return [...cuts].filter((cut) => cut < value.length).toSorted((a, b) => a - b)
  }

  #pass(units: number): void {
    for (const counter of this.#open) counter.passed += units
  }

  /** Notes the pages that have begun by here. */
  #reach(): void {
    for (const counter of this.#open) this.#take(counter, counter.passed)
  }

  /** Visible text begins: an element stands on the page of its first visible text. */
  #begin(blank: number): void {
    for (const counter of this.#open) this.#take(counter, counter.passed + blank)
    this.#settle()
  }

  #settle(): void {
    for (const id of this.#waiting) if (this.#page) this.pageOf.set(id, this.#page)
    this.#waiting = []
  }

  #take(counter: Counter, until: number): void {
    for (let start; (start = counter.starts[counter.next]) && start.offset <= until; counter.next++) {
      this.#page = start
      this.#pending.push(start)
    }
  }

  /** Page breaks for the pages that have begun. */
  #breaks(): Element[] {
    this.#reach()
    const breaks = this.#pending
      .toSorted((a, b) => a.index - b.index)
      .map(({ label, index }) => {
        const id = `page-${index + 1}`
        this.placed.push({ label, index, href: `${this.#file}#${id}` })
        return element('span', { id, role: 'doc-pagebreak', ariaLabel: label, className: ['pagebreak'] })
      })
    this.#pending = []
    return breaks
  }
}

/** Page starts by the element in whose text they are, in the order of the text. */
function startsByNode(map: PageMap, ids: ReadonlySet<string>): Map<string, PageStart[]> {
  const result = new Map<string, PageStart[]>()
  let following: PageStart | undefined = map.pages.findLast(({ nodeId }) => ids.has(nodeId))
  for (const page of map.pages.toReversed()) {
    const known = ids.has(page.nodeId)
    if (!known && !following) continue
    const start = known || !following ? page : { ...page, nodeId: following.nodeId, offset: following.offset }
    following = start
    const list = result.get(start.nodeId)
    if (list) list.push(start)
    else result.set(start.nodeId, [start])
  }
  for (const list of result.values()) list.sort((a, b) => a.offset - b.offset || a.index - b.index)
  return result
}

function collectIds(node: Element, ids: Set<string>): void {
  const { id } = node.properties
  if (typeof id === 'string') ids.add(id)
  for (const child of node.children) if (child.type === 'element') collectIds(child, ids)
}
