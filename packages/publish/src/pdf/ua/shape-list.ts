import {
  attributesOf,
  isType,
  kidsOfType,
  structureElement,
  type StructureElement,
  type StructureKid,
} from './structure.ts'

/** A list of items alone. A list of definitions comes as labels and bodies, which make an item each. */
export function shapeList(list: StructureElement): StructureElement[] {
  const items: StructureElement[] = []
  let item: StructureElement | undefined
  for (const kid of list.kids) {
    if (kid.kind === 'element' && isType(kid, 'LI', 'Caption')) {
      item = undefined
      items.push(kid)
      continue
    }
    const isNew = !item || (isType(kid, 'Lbl') && item.kids.some((own) => !isType(own, 'Lbl')))
    if (isNew) items.push((item = structureElement('LI')))
    item?.kids.push(kid)
  }
  list.kids = items.flatMap((each) => (each.type === 'LI' ? shapeItem(each) : [each]))
  const hasLabels = items.some((each) => kidsOfType(each, 'Lbl').length > 0)
  const isGlossary = item !== undefined
  // Chromium names the numbering of what it draws itself, and no mark of our own.
  if (hasLabels && !isGlossary && !list.attributes?.get('/List')?.has('/ListNumbering')) {
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
    else if (kid.kind === 'element' && kid.type === 'LBody') body.kids.push(...kid.kids)
    else body.kids.push(kid)
  }
  const [given] = kidsOfType(item, 'LBody')
  if (given?.lang !== undefined) body.lang = given.lang
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
