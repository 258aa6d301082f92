import {
  attributesOf,
  isType,
  kidsOfType,
  structureElement,
  type StructureElement,
  type StructureKid,
} from './structure.ts'

/** A table of a head and a body. Each head cell says what it is the head of. */
export function shapeTable(table: StructureElement): StructureElement[] {
  const captions = kidsOfType(table, 'Caption')
  const rows = table.kids
    .filter((kid) => !isType(kid, 'Caption'))
    .flatMap((kid) =>
      kid.kind === 'element' && kid.type === 'TR' ? [kid] : shapeRow(structureElement('TR', [kid])),
    )
  // A head stands before a body; rows of heads alone are no head.
  const headRows = Math.max(
    rows.findIndex((row) => !isHead(row)),
    0,
  )
  for (const [at, row] of rows.entries()) {
    // An empty cell among heads is one, too.
    if (at < headRows) for (const empty of kidsOfType(row, 'TD')) empty.type = 'TH'
    for (const head of kidsOfType(row, 'TH')) scope(head, at < headRows ? '/Column' : '/Row')
  }
  table.kids =
    headRows === 0
      ? [...captions, ...rows]
      : [
          ...captions,
          structureElement('THead', rows.slice(0, headRows)),
          structureElement('TBody', rows.slice(headRows)),
        ]
  return [table]
}

function isHead(row: StructureElement): boolean {
  return kidsOfType(row, 'TH').some((cell) => cell.attributes?.get('/Table')?.get('/Scope') !== '/Row')
}

/** A row of cells alone. */
export function shapeRow(row: StructureElement): StructureElement[] {
  row.kids = row.kids.map((kid) =>
    kid.kind === 'element' && isType(kid, 'TH', 'TD') ? cell(kid) : structureElement('TD', [kid]),
  )
  return [row]
}

/** Spans of one, and no heads, are what a cell has without saying so. */
function cell(own: StructureElement): StructureKid {
  const attributes = own.attributes?.get('/Table')
  for (const key of ['/RowSpan', '/ColSpan']) if (attributes?.get(key) === 1) attributes.delete(key)
  const heads = attributes?.get('/Headers')
  if (Array.isArray(heads) && heads.length === 0) attributes?.delete('/Headers')
  return own
}

function scope(head: StructureElement, name: string): void {
  const attributes = attributesOf(head, '/Table')
  if (!attributes.has('/Scope')) attributes.set('/Scope', name)
}
