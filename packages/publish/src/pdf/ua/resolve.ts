import { stringText } from './pdf-value.ts'
import { markedType } from './marker.ts'
import { elementsOf, type StructureElement } from './structure.ts'

/** Gives marked elements the type that their marker names. Changes the tree. */
export function resolveMarkers(document: StructureElement): void {
  for (const element of elementsOf(document)) {
    const type = element.alt === undefined ? undefined : markedType(stringText(element.alt))
    if (type === undefined) continue
    element.type = type
    delete element.alt
  }
}

/** Which pieces of each page belong to a picture, so that lines and areas are their content. By object of the page. */
export function pictureContent(document: StructureElement | undefined): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const element of document ? elementsOf(document) : []) {
    if (element.type !== 'Figure') continue
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue
      const own = found.get(kid.page) ?? new Set()
      found.set(kid.page, own.add(kid.mcid))
    }
  }
  return found
}

/** Takes out what the pages draw as decoration. Changes the tree. */
export function dropDecoration(
  document: StructureElement,
  decoration: ReadonlyMap<number, ReadonlySet<number>>,
): void {
  for (const element of elementsOf(document)) {
    if (!element.kids.some(isDecoration)) continue
    element.kids = element.kids.filter((kid) => !isDecoration(kid))
  }

  function isDecoration(kid: StructureElement['kids'][number]): boolean {
    return kid.kind === 'content' && (decoration.get(kid.page)?.has(kid.mcid) ?? false)
  }
}
