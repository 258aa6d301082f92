import { shapeFigure } from './shape-figure.ts'
import { nestContents, shapeItem, shapeList } from './shape-list.ts'
import { shapeRuby } from './shape-ruby.ts'
import { shapeRow, shapeTable } from './shape-table.ts'
import { kidsOfType, structureElement, type StructureElement, type StructureKid } from './structure.ts'
import { GROUPING, INLINE, STANDARD_TYPES, TYPE_ROLES } from './types.ts'

/** Makes of Chromium's structure the one that PDF's standard describes. Changes the tree. */
export function shapeStructure(document: StructureElement): void {
  document.kids = paragraphs(shaped(document.kids))
}

function shaped(kids: readonly StructureKid[]): StructureKid[] {
  const made: StructureKid[] = []
  for (const kid of kids) {
    if (kid.kind === 'element') for (const own of shape(kid)) made.push(own)
    else made.push(kid)
  }
  return made
}

/** An element as it should be, with what it holds: one, several where it gives way to them, or none. */
function shape(kid: StructureElement): readonly StructureKid[] {
  if (kid.kids.some(({ kind }) => kind === 'element')) kid.kids = shaped(kid.kids)
  kid.type = standardType(kid)
  if (kid.type === 'Link' && !kid.kids.some(({ kind }) => kind === 'annotation')) kid.type = 'Span'
  if (kid.type === 'NonStruct' || (kid.type === 'Span' && isBare(kid))) return kid.kids
  // A cell may be empty, and so may be the meaning of a term.
  if (kid.kids.length === 0 && !['TD', 'TH'].includes(kid.type)) return []
  if (!LABELLED.has(kid.type)) unlabel(kid)
  const made = FINISH[kid.type]?.(kid) ?? [kid]
  for (const own of made) if (GROUPING.has(own.type)) own.kids = paragraphs(own.kids)
  return made
}

const FINISH: Record<string, (element: StructureElement) => StructureElement[]> = {
  L: shapeList,
  LI: shapeItem,
  Table: shapeTable,
  TR: shapeRow,
  Figure: shapeFigure,
  Ruby: shapeRuby,
  TOC: nestContents,
}

/** Where a label may stand. */
const LABELLED = new Set(['L', 'LI', 'Note', 'TOCI', 'TOCI1', 'TOCI2', 'TOCI3'])

function unlabel(element: StructureElement): void {
  for (const kid of kidsOfType(element, 'Lbl')) kid.type = 'Span'
}

function isBare({ lang, alt, id }: StructureElement): boolean {
  return lang === undefined && alt === undefined && id === undefined
}

/** Chromium gives some links and languages to elements without a meaning. */
function standardType({ type, kids, lang }: StructureElement): string {
  if (type === 'NonStruct' && kids.some(({ kind }) => kind === 'annotation')) return 'Link'
  const isBlock = kids.some((kid) => kid.kind === 'element' && !INLINE.has(kid.type))
  if (type === 'NonStruct' && lang !== undefined) return isBlock ? 'Div' : 'Span'
  if (STANDARD_TYPES.has(type) || type in TYPE_ROLES || type.startsWith('TOCI')) return type
  return isBlock || type === 'Aside' ? 'Div' : 'Span'
}

/** In a section, text stands in a paragraph and an item in a list. */
function paragraphs(kids: readonly StructureKid[]): StructureKid[] {
  const made: StructureKid[] = []
  let open: StructureElement | undefined
  for (const kid of kids) {
    const type = wrapperOf(kid)
    if (type === undefined) {
      open = undefined
      made.push(kid)
    } else {
      if (open?.type !== type) made.push((open = structureElement(type)))
      open.kids.push(kid)
    }
  }
  return made
}

function wrapperOf(kid: StructureKid): string | undefined {
  if (kid.kind !== 'element' || INLINE.has(kid.type)) return 'P'
  return kid.type === 'LI' ? 'L' : undefined
}
