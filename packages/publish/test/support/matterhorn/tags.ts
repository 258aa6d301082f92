import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { get, getDictionary, getName, getNumber, list, type PdfObjects } from './objects.ts'

/** An element of the structure. */
export interface Tag {
  dictionary: PDFDict
  /** `12 0 R`; empty for an element without a number. */
  reference: string
  /** As it is written, and after the role map. */
  type: string
  standard: string
  parent: Tag | undefined
  kids: Tag[]
  /** Pieces: `<object of the page, or of the drawing inside of it> <number of the piece>`. */
  pieces: string[]
  /** Annotations, by their object. */
  annotations: string[]
  /** Pieces and elements, in the order in which they are read. */
  order: (string | Tag)[]
}

export interface Tags {
  all: Tag[]
  roles: Map<string, string>
  /** Whose piece it is, by the elements themselves. */
  ownerOfPiece: Map<string, Tag>
  ownerOfAnnotation: Map<string, Tag>
  /** Whose piece it is, by the tree of parents. */
  parentOf: Map<number, PDFObject>
}

export const STANDARD =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  )

export function readTags(file: PdfObjects): Tags {
  const root = getDictionary(file.catalog, 'StructTreeRoot')
  const roles = new Map<string, string>()
  for (const [key, value] of getDictionary(root, 'RoleMap')?.entries() ?? []) {
    if (value instanceof PDFName) roles.set(key.decodeText(), value.decodeText())
  }
  const tags: Tags = {
    all: [],
    roles,
    ownerOfPiece: new Map(),
    ownerOfAnnotation: new Map(),
    parentOf: new Map(),
  }
  for (const kid of kidsOf(root)) read(kid, undefined)
  numberTree(getDictionary(root, 'ParentTree'))
  return tags

  function read(value: PDFObject, parent: Tag | undefined): void {
    const reference = value instanceof PDFRef ? value : undefined
    const dictionary = reference ? file.context.lookup(reference) : value
    if (!(dictionary instanceof PDFDict)) return
    const type = getName(dictionary, 'S') ?? ''
    const tag: Tag = {
      dictionary,
      reference: reference?.toString() ?? '',
      type,
      standard: standardOf(type, roles) ?? type,
      parent,
      kids: [],
      pieces: [],
      annotations: [],
      order: [],
    }
    tags.all.push(tag)
    parent?.kids.push(tag)
    parent?.order.push(tag)
    const page = dictionary.get(PDFName.of('Pg'))
    for (const kid of kidsOf(dictionary)) {
      const found = kid instanceof PDFRef ? file.context.lookup(kid) : kid
      if (found instanceof PDFNumber) addPiece(tag, page, found.asNumber())
      else if (!(found instanceof PDFDict)) continue
      else if (getName(found, 'Type') === 'MCR') {
        addPiece(
          tag,
          found.get(PDFName.of('Stm')) ?? found.get(PDFName.of('Pg')) ?? page,
          getNumber(found, 'MCID') ?? -1,
        )
      } else if (getName(found, 'Type') === 'OBJR') {
        const object = String(found.get(PDFName.of('Obj')))
        tag.annotations.push(object)
        tags.ownerOfAnnotation.set(object, tag)
      } else read(kid, tag)
    }
  }

  function addPiece(tag: Tag, page: PDFObject | undefined, mcid: number): void {
    const piece = `${page?.toString()} ${mcid}`
    tag.pieces.push(piece)
    tag.order.push(piece)
    tags.ownerOfPiece.set(piece, tag)
  }

  function numberTree(node: PDFDict | undefined): void {
    const numbers = list(get(node, 'Nums'))
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const key = numbers[at]
      const value = numbers[at + 1]
      if (key instanceof PDFNumber && value) tags.parentOf.set(key.asNumber(), value)
    }
    for (const kid of list(get(node, 'Kids'))) {
      const inner = kid instanceof PDFRef ? file.context.lookup(kid) : kid
      if (inner instanceof PDFDict) numberTree(inner)
    }
  }
}

/** What an element holds, one thing alone by its reference too. */
function kidsOf(dictionary: PDFDict | undefined): PDFObject[] {
  const value = dictionary?.get(PDFName.of('K'))
  const found = value instanceof PDFRef ? dictionary?.context.lookup(value) : value
  return found instanceof PDFArray ? found.asArray() : list(value)
}

/** The standard type that a type stands for; undefined where the role map leads nowhere. */
export function standardOf(type: string, roles: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>()
  let at: string | undefined = type
  while (at !== undefined && !STANDARD.includes(at)) {
    if (seen.has(at)) return undefined
    seen.add(at)
    at = roles.get(at)
  }
  return at
}

/** Elements of a standard type. */
export function tagsOf({ tags }: { tags: Tags }, ...types: string[]): Tag[] {
  return tags.all.filter(({ standard }) => types.includes(standard))
}

/** The value of an attribute of a tag: its attributes are one dictionary or several. */
export function attribute({ dictionary }: Tag, owner: string, key: string): PDFObject | undefined {
  for (const each of list(get(dictionary, 'A'))) {
    const own = each instanceof PDFRef ? dictionary.context.lookup(each) : each
    if (own instanceof PDFDict && getName(own, 'O') === owner) {
      const value = get(own, key)
      if (value) return value
    }
  }
  return undefined
}
