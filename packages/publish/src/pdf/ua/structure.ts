import { objectText, type PdfFile, reference } from '../pdf-file.ts'
import { parseValue, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/** A part of a document's structure: a heading, a list, a link. */
export interface StructureElement {
  kind: 'element'
  /** `P`, `LI`, without a slash. */
  type: string
  kids: StructureKid[]
  /** Attributes by their owner: `/Table` → `/Scope` → `/Row`. Most elements have none. */
  attributes?: Map<string, PdfDictionary>
  /** As they are written in the file. */
  id?: string
  lang?: string
  alt?: string
}

/** A piece of a page's drawing. */
export interface MarkedContent {
  kind: 'content'
  /** Object of the page. */
  page: number
  /** Object of the drawing inside of the page's that holds it, e.g. of what shines through. */
  stream?: number
  /** Its number in the page's drawing or in that one. */
  mcid: number
}

/** A link of a page. */
export interface AnnotationContent {
  kind: 'annotation'
  page: number
  /** Object of the annotation. */
  annotation: number
}

export type StructureKid = StructureElement | MarkedContent | AnnotationContent

/** The structure of a file, and the numbers of the objects that hold it. */
export interface Structure {
  /** Object of the root of all, which keeps its number. */
  root: number
  document: StructureElement
  objects: number[]
}

export function structureElement(type: string, kids: StructureKid[] = []): StructureElement {
  return { kind: 'element', type, kids }
}

/** The object by which the drawing that holds a piece is known: its own, or that of its page. */
export function drawingOf({ page, stream }: MarkedContent): number {
  return stream ?? page
}

export function isType(kid: StructureKid, ...types: string[]): boolean {
  return kid.kind === 'element' && types.includes(kid.type)
}

/** The parts of an element that are elements of one of the types. */
export function kidsOfType({ kids }: StructureElement, ...types: string[]): StructureElement[] {
  return kids.filter((kid): kid is StructureElement => kid.kind === 'element' && types.includes(kid.type))
}

/** Every element, each before its own. */
export function elementsOf(element: StructureElement, found: StructureElement[] = []): StructureElement[] {
  found.push(element)
  for (const kid of element.kids) if (kid.kind === 'element') elementsOf(kid, found)
  return found
}

/** The attributes of an owner, which may be added to. */
export function attributesOf(element: StructureElement, owner: string): PdfDictionary {
  element.attributes ??= new Map()
  const own = element.attributes.get(owner) ?? new Map<string, PdfValue>()
  element.attributes.set(owner, own)
  return own
}

/** Most elements have no more than this; a pattern reads them faster than a parser. */
const plain =
  /\d+ 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)\n\/P \d+ 0 R\n(?:\/Pg (\d+) 0 R\n)?\/K (?:(\d+)|(\d+) 0 R|\[((?:\d+ 0 R ?)+)\])>>\nendobj/y

/** Reads the structure that Chromium gave a file; undefined where there is none. */
export function readStructure(file: PdfFile): Structure | undefined {
  const root = reference(objectText(file, file.root), 'StructTreeRoot')
  const top = root === undefined ? undefined : reference(objectText(file, root), 'K')
  if (root === undefined || top === undefined) return
  const objects = [...objectsBelow(file, root)]
  // Cheaper than a text for each of a hundred thousand elements.
  const whole = file.bytes.toString('latin1')

  function read(number: number): StructureElement {
    objects.push(number)
    plain.lastIndex = file.objects.get(number)?.start ?? 0
    const match = plain.exec(whole)
    if (!match) return readWhole(objectText(file, number))
    const [, type = '', page, mcid, kid, kids] = match
    const element = structureElement(type)
    if (mcid !== undefined) element.kids.push({ kind: 'content', page: Number(page), mcid: Number(mcid) })
    else if (kid !== undefined) element.kids.push(read(Number(kid)))
    else for (const each of (kids ?? '').split(' 0 R')) if (each !== '') element.kids.push(read(Number(each)))
    return element
  }

  function readWhole(text: string): StructureElement {
    const entries = parseValue(text) as PdfDictionary
    const element = structureElement(String(entries.get('/S')).slice(1))
    const page = numberOf(entries.get('/Pg'))
    for (const kid of listOf(entries.get('/K'))) {
      if (typeof kid === 'number') element.kids.push({ kind: 'content', page, mcid: kid })
      else if (kid instanceof Map) element.kids.push(readContent(kid, page))
      else element.kids.push(read(numberOf(kid)))
    }
    for (const attribute of listOf(entries.get('/A'))) {
      if (!(attribute instanceof Map)) continue
      const merged = attributesOf(element, String(attribute.get('/O')))
      for (const [key, value] of attribute) if (key !== '/O') merged.set(key, value)
    }
    for (const [key, name] of [
      ['/ID', 'id'],
      ['/Lang', 'lang'],
      ['/Alt', 'alt'],
    ] as const) {
      const value = entries.get(key)
      if (typeof value === 'string') element[name] = value
    }
    return element
  }

  return { root, document: read(top), objects }
}

function readContent(kid: PdfDictionary, page: number): MarkedContent | AnnotationContent {
  const own = kid.has('/Pg') ? numberOf(kid.get('/Pg')) : page
  if (!kid.has('/MCID')) return { kind: 'annotation', page: own, annotation: numberOf(kid.get('/Obj')) }
  const stream = kid.has('/Stm') && { stream: numberOf(kid.get('/Stm')) }
  return { kind: 'content', page: own, ...stream, mcid: Number(kid.get('/MCID')) }
}

/** The tables that lead back from pages and ids to elements: they are made anew. */
function objectsBelow(file: PdfFile, root: number): number[] {
  const found: number[] = []
  const text = objectText(file, root)
  const parents = reference(text, 'ParentTree')
  if (parents !== undefined) {
    found.push(parents)
    const nums = (parseValue(objectText(file, parents)) as PdfDictionary).get('/Nums')
    for (const [at, value] of listOf(nums).entries()) {
      const number = at % 2 === 1 ? numberOf(value) : 0
      if (objectText(file, number).startsWith('[')) found.push(number)
    }
  }
  const visit = (number: number | undefined): void => {
    if (number === undefined) return
    found.push(number)
    const kids = (parseValue(objectText(file, number)) as PdfDictionary).get('/Kids')
    for (const kid of listOf(kids)) visit(numberOf(kid))
  }
  visit(reference(text, 'IDTree'))
  return found
}

function listOf(value: PdfValue | undefined): PdfValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function numberOf(value: PdfValue | undefined): number {
  return typeof value === 'object' && 'reference' in value ? value.reference : 0
}
