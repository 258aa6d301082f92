import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { type LocatedTarget, printLocators } from './locators.ts'
import type { Filling } from './in-page/layout.ts'
import type { Sheet } from './sheet.ts'

/** An index entry's places, as the rendered book names them. */
type Entry = { id: string; primary: boolean }[]

/** Everything of a book whose page number is printed somewhere. */
export interface Places {
  /** Ids in the order of the document. */
  ids: string[]
  /** Ids that single page numbers refer to. */
  references: string[]
  entries: Entry[]
}

/** Collects what page numbers refer to. */
export function collectPlaces(sheets: readonly Sheet[]): Places {
  const wanted = new Set<string>()
  const references = new Set<string>()
  const entries: Entry[] = []
  const present: string[] = []
  for (const { root } of sheets) {
    visit(root, 'element', (node) => {
      const { id, dataLocator } = node.properties
      if (id !== undefined) present.push(String(id))
      if (node.tagName === 'span' && dataLocator !== undefined) references.add(String(dataLocator))
      if (hasClass(node, 'locators')) entries.push(entryOf(node))
    })
  }
  for (const { id } of sheets) wanted.add(id)
  for (const id of references) wanted.add(id)
  for (const entry of entries) for (const { id } of entry) wanted.add(id)
  return { ids: present.filter((id) => wanted.has(id)), references: [...references], entries }
}

function entryOf(list: Element): Entry {
  return list.children.flatMap((child) => {
    if (child.type !== 'element' || child.properties['dataLocator'] === undefined) return []
    return [{ id: String(child.properties['dataLocator']), primary: hasClass(child, 'primary') }]
  })
}

function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.includes(name)
}

/** The printed numbers of all places, and the ids by which they are checked. */
export interface NumberedPlaces {
  filling: Filling
  /**
   * The first and the last place of every page. Where these are right every place between them is: text flows in
   * one direction. A destination of its own for each of many thousand places would double the time of printing.
   */
  checked: string[]
}

/** Writes the numbers, once it is known on which page each id lies. */
export function numberPlaces(
  places: Places,
  pageOf: ReadonlyMap<string, number>,
  label: (page: number) => string,
): NumberedPlaces {
  const first = new Map<number, string>()
  const last = new Map<number, string>()
  for (const id of places.ids) {
    const page = pageOf.get(id)
    if (page === undefined) continue
    if (!first.has(page)) first.set(page, id)
    last.set(page, id)
  }
  const labels: Record<string, string> = {}
  for (const id of places.references) {
    const page = pageOf.get(id)
    if (page !== undefined) labels[id] = label(page)
  }
  const entries = places.entries.map((entry) => {
    const targets = entry.flatMap(({ id, primary }): LocatedTarget[] => {
      const page = pageOf.get(id)
      return page === undefined ? [] : [{ id: first.get(page) ?? id, page, primary }]
    })
    return printLocators(targets, label)
  })
  return { filling: { labels, entries }, checked: [...new Set([...first.values(), ...last.values()])] }
}
