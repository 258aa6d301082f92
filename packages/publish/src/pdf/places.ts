import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { type LocatedTarget, printLocators } from './locators.ts'
import type { Filling } from './in-page/layout.ts'
import type { Sheet } from './sheet.ts'

/** An index entry's places, as the rendered book names them. */
interface Entry {
  /** The volume that the entry is printed in. */
  volume: number | undefined
  targets: { id: string; primary: boolean }[]
}

/** Everything of a book whose page number is printed somewhere. */
export interface Places {
  /** Ids in the order of the document. */
  ids: string[]
  /** The volume of each id; empty where the book is one. */
  volumes: ReadonlyMap<string, number>
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
  const volumes = new Map<string, number>()
  for (const { root, volume } of sheets) {
    visit(root, 'element', (node) => {
      const { id, dataLocator } = node.properties
      if (id !== undefined) present.push(String(id))
      if (id !== undefined && volume !== undefined) volumes.set(String(id), volume)
      if (node.tagName === 'span' && dataLocator !== undefined) references.add(String(dataLocator))
      if (hasClass(node, 'locators')) entries.push({ volume, targets: targetsOf(node) })
    })
  }
  for (const { id } of sheets) wanted.add(id)
  for (const id of references) wanted.add(id)
  for (const { targets } of entries) for (const { id } of targets) wanted.add(id)
  return { ids: present.filter((id) => wanted.has(id)), volumes, references: [...references], entries }
}

function targetsOf(list: Element): Entry['targets'] {
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

/** Writes the numbers, once it is known on which page each id lies. `mark` stands before numbers of other volumes. */
export function numberPlaces(
  places: Places,
  pageOf: ReadonlyMap<string, number>,
  label: (page: number) => string,
  mark: (volume: number) => string = () => '',
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
  const entries = places.entries.map(({ volume, targets: wanted }) => {
    const otherOf = (page: number): string => {
      const at = places.volumes.get(first.get(page) ?? '')
      return at === undefined || at === volume ? '' : mark(at)
    }
    const targets = wanted.flatMap(({ id, primary }): LocatedTarget[] => {
      const page = pageOf.get(id)
      return page === undefined ? [] : [{ id: first.get(page) ?? id, page, primary }]
    })
    return printLocators(targets, label, otherOf)
  })
  return { filling: { labels, entries }, checked: [...new Set([...first.values(), ...last.values()])] }
}
