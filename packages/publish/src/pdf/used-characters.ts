import { visit } from 'unist-util-visit'
import type { Sheet } from './sheet.ts'

/** Every character that the sheets print, and those of page numbers. */
export function usedCharacters(sheets: readonly Sheet[]): Set<number> {
  const used = new Set<number>()
  const add = (text: string): void => {
    for (const character of text) used.add(character.codePointAt(0) ?? 0)
  }
  add('0123456789ivxlcdm–,・Q（p.）“”')
  for (const { root, title, heads } of sheets) {
    add(title)
    if (heads) add(heads.verso + heads.recto)
    visit(root, 'text', ({ value }) => add(value))
  }
  return used
}
