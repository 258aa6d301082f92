import { objectText, pageObjects, type PdfFile, reference } from '../../pdf/pdf-file.ts'
import { cutText, dictionaryEntries, type Pieces, referenceIn, referencesIn } from './syntax.ts'

const STREAM = Buffer.from('stream\n')
const END_STREAM = Buffer.from('\nendstream')

/** A finished file that holds several handouts, read so that parts of it can be taken. */
export interface Printed {
  catalog: ReadonlyMap<string, string>
  /** Entries of the structure's root and of its element that holds the whole document. */
  structure: ReadonlyMap<string, string>
  document: ReadonlyMap<string, string>
  /** Objects of the pages, in order. */
  pages: readonly number[]
  /** Uppermost elements of the structure of each handout. */
  roots: readonly (readonly number[])[]
  /** Which handout a page or an element of the structure belongs to; -1 where it holds several. */
  owners: ReadonlyMap<number, number>
  /** What the structure's tree of parents says of each key, as text. */
  parents: ReadonlyMap<number, string>
  /** Elements of the structure by the string that names them, in the order of these. */
  ids: readonly { id: string; element: number }[]
  /** Named places: the object of the page, and what follows it. */
  destinations: readonly { name: string; page: number; place: string }[]
  /** Text of an object, or of its dictionary where it is a stream. */
  text(number: number): string
  /** The same, cut at what changes. */
  pieces(number: number): Pieces
  /** Bytes of a stream as they are stored. */
  stream(number: number): Buffer | undefined
}

/** Streams in place of those of the file that is taken from, by their object. */
export type Replaced = ReadonlyMap<number, { dictionary: string; data: Uint8Array }>

/** Reads a file whose pages belong to handouts, one behind the other, of so many pages each. */
export function readPrinted(file: PdfFile, counts: readonly number[]): Printed {
  const text = remember((number) => dictionaryPart(file, number))
  const pieces = remember((number) => cutText(text(number)))
  const pages = pageObjects(file)
  const owners = new Map<number, number>()
  let next = 0
  for (const [handout, count] of counts.entries()) {
    for (const page of pages.slice(next, next + count)) owners.set(page, handout)
    next += count
  }
  for (const page of pages) {
    // The nodes of the tree of pages hold several as well.
    for (
      let node = reference(text(page), 'Parent');
      node !== undefined;
      node = reference(text(node), 'Parent')
    )
      owners.set(node, -1)
  }
  const catalog = dictionaryEntries(objectText(file, file.root))
  const at = (value: string | undefined): number => referenceIn(value) ?? 0
  const structureRoot = at(catalog.get('StructTreeRoot'))
  const structure = dictionaryEntries(text(structureRoot))
  const top = at(structure.get('K'))
  const roots = counts.map((): number[] => [])
  if (top > 0) assign(top, structureRoot)
  owners.set(structureRoot, -1)
  return {
    catalog,
    structure,
    document: dictionaryEntries(text(top)),
    pages,
    roots,
    owners,
    parents: parentsIn(text(at(structure.get('ParentTree')))),
    ids: idsIn(text(at(structure.get('IDTree')))),
    destinations: destinationsIn(text(at(catalog.get('Dests')))),
    text,
    pieces,
    stream: (number) => streamPart(file, number),
  }

  /** Finds the elements that hold one handout each, below those that hold several. */
  function assign(element: number, parent: number): void {
    const spans = new Map<number, number | undefined>()
    spanOf(element, parent, spans)
    const walk = (container: number, above: number): void => {
      owners.set(container, -1)
      for (const kid of kidsOf(container, above)) {
        const span = spans.get(kid)
        if (span === undefined) owners.set(kid, -1)
        else if (span < 0) walk(kid, container)
        else {
          roots[span]?.push(kid)
          own(kid, container, span)
        }
      }
    }
    walk(element, parent)
  }

  function own(element: number, parent: number, handout: number): void {
    owners.set(element, handout)
    for (const kid of kidsOf(element, parent)) own(kid, element, handout)
  }

  /** The handout that all of an element stands in, -1 for several, undefined where it stands on no page. */
  function spanOf(
    element: number,
    parent: number,
    spans: Map<number, number | undefined>,
  ): number | undefined {
    let span: number | undefined
    const join = (other: number | undefined): void => {
      if (other !== undefined) span = span === undefined || span === other ? other : -1
    }
    for (const kid of kidsOf(element, parent)) join(spanOf(kid, element, spans))
    for (const target of referencesIn(pieces(element))) if (!spans.has(target)) join(owners.get(target))
    spans.set(element, span)
    return span
  }

  /** Of what an element refers to, the rest is its parent, pages and annotations. */
  function kidsOf(element: number, parent: number): number[] {
    return referencesIn(pieces(element)).filter(
      (target) => target !== parent && text(target).startsWith('<</Type /StructElem'),
    )
  }
}

/** The same answer again without asking. */
function remember<T>(find: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>()
  return (number) => {
    const found = known.get(number) ?? find(number)
    known.set(number, found)
    return found
  }
}

function parentsIn(tree: string): Map<number, string> {
  const list = dictionaryEntries(tree).get('Nums') ?? ''
  const found = new Map<number, string>()
  for (const [, key, value] of list.matchAll(/(\d+) (\d+ 0 R)/g)) found.set(Number(key), value ?? '')
  return found
}

function idsIn(tree: string): Printed['ids'] {
  const list = dictionaryEntries(tree).get('Names') ?? ''
  return Array.from(list.matchAll(/(\((?:\\[^]|[^\\()])*\)|<[^>]*>) (\d+) 0 R/g), ([, id = '', element]) => ({
    id,
    element: Number(element),
  }))
}

function destinationsIn(dictionary: string): Printed['destinations'] {
  return [...dictionaryEntries(dictionary)].flatMap(([name, value]) => {
    const [, page, place = ''] = /^\[(\d+) 0 R([^\]]*)\]$/.exec(value) ?? []
    return page === undefined ? [] : [{ name, page: Number(page), place }]
  })
}

function dictionaryPart(file: PdfFile, number: number): string {
  const place = file.objects.get(number)
  if (!place) return ''
  const bytes = file.bytes.subarray(place.start, place.end)
  const head = bytes.indexOf('obj') + 4
  const stream = bytes.indexOf(STREAM)
  const end = stream >= 0 && isStream(bytes) ? stream : bytes.lastIndexOf('endobj')
  return bytes.toString('latin1', head, end).trim()
}

function isStream(bytes: Buffer): boolean {
  return bytes.lastIndexOf(END_STREAM) > 0
}

function streamPart(file: PdfFile, number: number): Buffer | undefined {
  const place = file.objects.get(number)
  if (!place) return
  const bytes = file.bytes.subarray(place.start, place.end)
  const start = bytes.indexOf(STREAM) + STREAM.length
  const length = /\/Length (\d+)/.exec(dictionaryPart(file, number))
  if (start < STREAM.length || !isStream(bytes) || !length) return
  return bytes.subarray(start, start + Number(length[1]))
}
