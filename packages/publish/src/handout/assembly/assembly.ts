import { type DocumentFacts, DocumentWriter } from './document.ts'
import type { FontCutter } from './fonts.ts'
import type { Printed } from './printed.ts'
import { reachable } from './reach.ts'
import { Structure } from './structure.ts'
import { cutText, parentKeyOf, type Pieces, renumber } from './syntax.ts'
import type { ByteSink } from './writer.ts'

/** Entries that are made anew: of the catalog, of the structure's root, of the element of the whole document. */
const OWN_CATALOG = ['Pages', 'Dests', 'StructTreeRoot', 'Outlines', 'PageLabels', 'PageMode', 'Metadata']
const OWN_STRUCTURE = ['K', 'ParentTree', 'ParentTreeNextKey', 'IDTree']
const OWN_DOCUMENT = ['K', 'P']

/**
 * Puts handouts of finished files together to a new file, with their tags, links and named places. Only what ties the
 * parts together is kept in memory; the parts are handed on as they come.
 */
export class Assembly {
  readonly #file: DocumentWriter
  readonly #structure: Structure
  readonly #destinations: string[] = []
  #first: { catalog: string[]; structure: string[]; document: string[] } | undefined

  constructor(sink: ByteSink) {
    this.#file = new DocumentWriter(sink)
    this.#structure = new Structure(this.#file.writer)
  }

  /** Adds the pages of some handouts of a file; with a cutter, their fonts hold what they show alone. */
  async add(printed: Printed, handouts: ReadonlySet<number>, cutter?: FontCutter): Promise<void> {
    const { writer } = this.#file
    const structure = this.#structure
    const isTaken = (number: number): boolean => handouts.has(printed.owners.get(number) ?? -1)
    const pages = printed.pages.filter(isTaken)
    const roots = [...handouts].flatMap((handout) => printed.roots[handout] ?? [])
    const objects = reachable(printed, [...pages, ...roots], handouts)
    const cut = await cutter?.cut(objects)

    const numbers = new Map(objects.map((number) => [number, writer.reserve()]))
    const node = writer.reserve()
    const keys = objects.flatMap((number) => parentKeyOf(printed.pieces(number)) ?? [])
    const newKeys = new Map(keys.toSorted((a, b) => a - b).map((key) => [key, structure.nextKey++]))
    const ids = printed.ids.filter(({ element }) => isTaken(element))
    const newIds = new Map(ids.map(({ id }) => [id, structure.nextId()]))
    const renumbered = (pieces: Pieces): string =>
      renumber(pieces, {
        object: (number) => {
          const known = numbers.get(number)
          if (known !== undefined) return `${known} 0 R`
          // Elements that hold several handouts are left out: the document holds what they held.
          return printed.owners.get(number) === -1 ? `${structure.document} 0 R` : 'null'
        },
        parentKey: (key) => newKeys.get(key),
        structureId: (id) => newIds.get(id) ?? id,
      })
    const anew = (text: string): string => renumbered(cutText(text))

    const isPage = new Set(pages)
    for (const [number, target] of numbers) {
      const other = cut?.get(number)
      const text = other ? anew(other.dictionary) : renumbered(printed.pieces(number))
      const data = other?.data ?? printed.stream(number)
      if (data) writer.put(target, text, ' stream\n', data, '\nendstream')
      else writer.put(target, isPage.has(number) ? withParent(text, node) : text)
    }
    this.#file.addPages(
      node,
      pages.map((page) => numbers.get(page) ?? 0),
    )
    structure.add({
      roots: roots.map((root) => numbers.get(root) ?? 0),
      parents: [...newKeys].map(([key, renewed]) => [renewed, anew(printed.parents.get(key) ?? 'null')]),
      ids: ids.map(({ id, element }) => [newIds.get(id) ?? id, numbers.get(element) ?? 0]),
    })
    for (const { name, page, place } of printed.destinations) {
      if (isPage.has(page)) this.#destinations.push(`/${name} [${numbers.get(page)} 0 R${place}]`)
    }
    this.#first ??= {
      catalog: entriesOf(printed.catalog, OWN_CATALOG, anew),
      structure: entriesOf(printed.structure, OWN_STRUCTURE, anew),
      document: entriesOf(printed.document, OWN_DOCUMENT, anew),
    }
    await writer.flush()
  }

  /** Writes what ties the parts together, and the end of the file. */
  async end(facts: DocumentFacts): Promise<void> {
    const { catalog, structure, document } = this.#first ?? { catalog: [], structure: [], document: [] }
    this.#structure.end(structure, document)
    const places = this.#destinations.join('\n')
    await this.#file.end(facts, [
      ...catalog,
      `/StructTreeRoot ${this.#structure.root} 0 R`,
      places === '' ? '' : `/Dests ${this.#file.writer.add(`<<${places}>>`)} 0 R`,
    ])
  }
}

function withParent(page: string, node: number): string {
  return page.replace(/\/Parent \d+ 0 R/, `/Parent ${node} 0 R`)
}

function entriesOf(
  entries: ReadonlyMap<string, string>,
  own: readonly string[],
  anew: (text: string) => string,
): string[] {
  return [...entries]
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => `/${name} ${anew(value)}`)
}
