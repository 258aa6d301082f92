import type { StructureElement } from './structure.ts'

/** Gives each note a name of its own, formed like those that Chromium gives to heads of tables. */
export function nameNotes(elements: readonly StructureElement[]): void {
  let number = 0
  for (const { id = '' } of elements) {
    if (id !== '') number = Math.max(number, Number(/^\(node(\d+)\)$/.exec(id)?.[1] ?? 0))
  }
  for (const element of elements) {
    if (element.type === 'Note') element.id = `(node${String(++number).padStart(8, '0')})`
  }
}
