import { structureElement, type StructureElement, type StructureKid } from './structure.ts'

/** A base and its reading each. Several bases in a row become several, because only one reading may follow a base. */
export function shapeRuby(ruby: StructureElement): StructureElement[] {
  const made: StructureElement[] = []
  let base: StructureKid[] = []
  for (const kid of ruby.kids) {
    if (kid.kind !== 'element' || kid.type !== 'RT') {
      base.push(...(kid.kind === 'element' && ['RB', 'RP'].includes(kid.type) ? kid.kids : [kid]))
      continue
    }
    const parts = base.length > 0 ? [structureElement('RB', base), kid] : kid.kids
    made.push(structureElement(base.length > 0 ? 'Ruby' : 'Span', parts))
    base = []
  }
  if (base.length > 0) made.push(structureElement('Span', base))
  return made
}
