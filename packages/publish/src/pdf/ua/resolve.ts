import { stringText } from './pdf-value.ts'
import { markedType } from './marker.ts'
import {
  drawingOf,
  elementsOf,
  isType,
  kidsOfType,
  type MarkedContent,
  type StructureElement,
} from './structure.ts'

/** The type that an element is marked with whose text is no content of the book. */
export const ARTIFACT = 'Artifact'

/** Gives marked elements the type that their marker names. Changes the tree. */
export function resolveMarkers(document: StructureElement): void {
  for (const element of elementsOf(document)) {
    const type = element.alt === undefined ? undefined : markedType(stringText(element.alt))
    if (type === undefined) continue
    element.type = type
    delete element.alt
  }
}

/** What the structure knows of the pieces of a drawing. */
export interface PagePieces {
  /** Those of pictures: lines and areas are their content. */
  pictures: Set<number>
  /** Those that are no content, whatever they show: page numbers that are text of the page. */
  artifacts: Set<number>
  /** Those of each head of a table that has several: the browser draws heads again where a table goes on. */
  heads: number[][]
  /** The first number that no piece has. */
  free: number
}

export function noPieces(): PagePieces {
  return { pictures: new Set(), artifacts: new Set(), heads: [], free: 0 }
}

/** The pieces of each page, and of each drawing inside of one, by its object. */
export function pagePieces(document: StructureElement | undefined): Map<number, PagePieces> {
  const found = new Map<number, PagePieces>()
  if (document) collect(document, false)
  return found

  function collect(element: StructureElement, isArtifact: boolean): void {
    const { type, kids } = element
    for (const kid of kids) {
      if (kid.kind === 'element') collect(kid, isArtifact || kid.type === ARTIFACT)
      if (kid.kind !== 'content') continue
      const own = piecesOf(drawingOf(kid))
      if (isArtifact) own.artifacts.add(kid.mcid)
      else if (type === 'Figure') own.pictures.add(kid.mcid)
      own.free = Math.max(own.free, kid.mcid + 1)
    }
    const cells = type === 'TR' ? kidsOfType(element, 'TH', 'TD') : []
    // Heads of rows are not drawn again, and may break.
    if (cells.every((cell) => cell.type === 'TH')) for (const cell of cells) collectHead(cell)
  }

  /** On other pages than its first, a head of as many pieces is the same again; on one page, its text shows it. */
  function collectHead(head: StructureElement): void {
    const byDrawing = new Map<number, MarkedContent[]>()
    for (const piece of contentsOf(head)) {
      const drawing = drawingOf(piece)
      byDrawing.set(drawing, [...(byDrawing.get(drawing) ?? []), piece])
    }
    const [first, ...others] = byDrawing
    if (!first) return
    const [drawing, pieces] = first
    if (pieces.length > 1) piecesOf(drawing).heads.push(pieces.map(({ mcid }) => mcid))
    for (const [other, again] of others) {
      if (pieces.length % again.length > 0 && again.length % pieces.length > 0) continue
      for (const { mcid } of again) piecesOf(other).artifacts.add(mcid)
    }
  }

  function piecesOf(drawing: number): PagePieces {
    const own = found.get(drawing) ?? noPieces()
    found.set(drawing, own)
    return own
  }
}

/** The pieces of an element and of those in it. */
function contentsOf({ kids }: StructureElement): MarkedContent[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? contentsOf(kid) : kid.kind === 'content' ? kid : []))
}

/** Takes out what the pages draw as decoration, or do not show: `drawings` are those inside of theirs. Changes the tree. */
export function dropDecoration(
  document: StructureElement,
  decoration: ReadonlyMap<number, ReadonlySet<number>>,
  drawings: ReadonlySet<number>,
): void {
  for (const element of elementsOf(document)) {
    if (!element.kids.some(isDecoration)) continue
    element.kids = element.kids.filter((kid) => !isDecoration(kid))
  }

  function isDecoration(kid: StructureElement['kids'][number]): boolean {
    if (kid.kind !== 'content') return isType(kid, ARTIFACT)
    // The shape through which something is seen has pieces, too.
    if (kid.stream !== undefined && !drawings.has(kid.stream)) return true
    return decoration.get(drawingOf(kid))?.has(kid.mcid) ?? false
  }
}
