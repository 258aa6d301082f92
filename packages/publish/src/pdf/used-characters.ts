import { visit } from 'unist-util-visit'
import { volumeWords } from '../volumes/names.ts'
import type { Volume } from '../volumes/plan.ts'
import type { Sheet } from './sheet.ts'

/** What styles draw beside the text: page numbers, brackets, bullets, emphasis marks. */
export const markCharacters: readonly number[] = Array.from(
  '0123456789ivxlcdm–,・（p.）［］“”﹅•●◦○',
  (character) => character.codePointAt(0) ?? 0,
)

/** What stands before the numbers of pages in other volumes. */
export function volumeCharacters(volumes: readonly Volume[], language: string): number[] {
  const { mark } = volumeWords(language)
  return Array.from(volumes.map(({ number }) => mark(number)).join(''), (each) => each.codePointAt(0) ?? 0)
}

/** Every character that the sheets print. */
export function usedCharacters(sheets: readonly Sheet[]): Set<number> {
  const used = new Set<number>()
  const add = (text: string): void => {
    for (const character of text) used.add(character.codePointAt(0) ?? 0)
  }
  for (const { root, title, heads } of sheets) {
    add(title)
    if (heads) add(heads.verso + heads.recto)
    visit(root, 'text', ({ value }) => add(value))
  }
  return used
}
