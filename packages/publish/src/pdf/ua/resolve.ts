import { stringText } from './pdf-value.ts'
import { markedType } from './marker.ts'
import { drawingOf, elementsOf, type StructureElement } from './structure.ts'

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
  /** The first number that no piece has. */
  free: number
}

/** The pieces of each page, and of each drawing inside of one, by its object. */
export function pagePieces(document: StructureElement | undefined): Map<number, PagePieces> {
  const found = new Map<number, PagePieces>()
  for (const { type, kids } of document ? elementsOf(document) : []) {
    for (const kid of kids) {
      if (kid.kind !== 'content') continue
      const own = found.get(drawingOf(kid)) ?? { pictures: new Set(), free: 0 }
      if (type === 'Figure') own.pictures.add(kid.mcid)
      own.free = Math.max(own.free, kid.mcid + 1)
      found.set(drawingOf(kid), own)
    }
  }
  return found
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
    if (kid.kind !== 'content') return false
    // The shape through which something is seen has pieces, too.
    if (kid.stream !== undefined && !drawings.has(kid.stream)) return true
    return decoration.get(drawingOf(kid))?.has(kid.mcid) ?? false
  }
}
