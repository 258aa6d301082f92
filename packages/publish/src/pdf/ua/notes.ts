import { elementsOf, type StructureElement } from './structure.ts'

/** Gives each note a name of its own, formed like those that Chromium gives to heads of tables. */
export function nameNotes(document: StructureElement): void {
  let number = 0
  for (const { id } of elementsOf(document))
    number = Math.max(number, Number(/^\(node(\d+)\)$/.exec(id ?? '')?.[1] ?? 0))
  for (const element of elementsOf(document)) {
    if (element.type === 'Note') element.id = `(node${String(++number).padStart(8, '0')})`
  }
}
