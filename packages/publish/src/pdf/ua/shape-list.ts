import {
  attributesOf,
  isType,
  kidsOfType,
  structureElement,
  type StructureElement,
  type StructureKid,
} from './structure.ts'

/** A list of items alone. */
export function shapeList(list: StructureElement): StructureElement[] {
  const items: StructureElement[] = []
  const strays: StructureElement[] = []
  let item: StructureElement | undefined
  for (const kid of list.kids) {
    if (kid.kind === 'element' && isType(kid, 'LI', 'Caption')) {
      item = undefined
      items.push(kid)
      continue
    }
    if (!item) {
      item = structureElement('LI')
      items.push(item)
      strays.push(item)
    }
    item.kids.push(kid)
  }
  for (const made of strays) shapeItem(made)
  list.kids = items
  const hasLabels = items.some((each) => kidsOfType(each, 'Lbl').length > 0)
  // Chromium names the numbering of what it draws itself, and no mark of our own.
  if (hasLabels && !list.attributes?.get('/List')?.has('/ListNumbering')) {
    attributesOf(list, '/List').set('/ListNumbering', '/Disc')
  }
  return [list]
}

/** An item of labels and one body. */
export function shapeItem(item: StructureElement): StructureElement[] {
  const labels: StructureKid[] = []
  const body = structureElement('LBody')
  for (const kid of item.kids) {
    if (isType(kid, 'Lbl')) labels.push(kid)
    else body.kids.push(kid)
  }
  item.kids = body.kids.length > 0 ? [...labels, body] : labels
  return [item]
}

/** Contents as they are nested; they come as a row of entries with a level each. */
export function nestContents(contents: StructureElement): StructureElement[] {
  const open: { level: number; list: StructureElement }[] = [{ level: 1, list: contents }]
  const entries = contents.kids
  contents.kids = []
  for (const kid of entries) {
    const isEntry = kid.kind === 'element' && kid.type.startsWith('TOCI')
    const entry = isEntry ? kid : structureElement('TOCI1', [kid])
    const level = Number(entry.type.slice('TOCI'.length)) || 1
    entry.type = 'TOCI'
    entry.kids = entry.kids.map((own) => (isType(own, 'Link') ? structureElement('Reference', [own]) : own))
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)?.list.kids.at(-1)
    if ((open.at(-1)?.level ?? 1) < level && last?.kind === 'element') {
      const inner = structureElement('TOC')
      last.kids.push(inner)
      open.push({ level, list: inner })
    }
    open.at(-1)?.list.kids.push(entry)
  }
  return [contents]
}
