import { stringText } from './pdf-value.ts'
import { markedType } from './marker.ts'
import { drawingOf, elementsOf, isType, type StructureElement } from './structure.ts'

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
  /** The first number that no piece has. */
  free: number
}

/** The pieces of each page, and of each drawing inside of one, by its object. */
export function pagePieces(document: StructureElement | undefined): Map<number, PagePieces> {
  const found = new Map<number, PagePieces>()
  if (document) collect(document, false)
  return found

  function collect({ type, kids }: StructureElement, isArtifact: boolean): void {
    for (const kid of kids) {
      if (kid.kind === 'element') collect(kid, isArtifact || kid.type === ARTIFACT)
      if (kid.kind !== 'content') continue
      const own = found.get(drawingOf(kid)) ?? { pictures: new Set(), artifacts: new Set(), free: 0 }
      if (isArtifact) own.artifacts.add(kid.mcid)
      else if (type === 'Figure') own.pictures.add(kid.mcid)
      own.free = Math.max(own.free, kid.mcid + 1)
      found.set(drawingOf(kid), own)
    }
  }
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
