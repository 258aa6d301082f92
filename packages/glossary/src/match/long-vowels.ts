import { isKatakana } from '../fold/characters.ts'
import type { Folded } from '../fold/fold.ts'
import { kanaBeforeLong } from '../fold/word-key.ts'

/**
 * Whether a hit differs from its term only by long vowels that are often left out. Kana are counted from the
 * start of the term's katakana, so that it does not matter what stands before the hit.
 *
 * @param termLongs long vowels of the term, by index into its folded text
 */
export function areLongVowelsAllowed(
  folded: Folded,
  start: number,
  end: number,
  termLongs: ReadonlySet<number>,
): boolean {
  if (folded.longs.size === 0 && termLongs.size === 0) return true
  let kana = 0
  for (let index = start; index < end; index++) {
    kana = isKatakana(folded.text.charCodeAt(index)) ? kana + 1 : 0
    const [inText, inTerm] = [folded.longs.has(index), termLongs.has(index - start)]
    if (inText !== inTerm && kana < kanaBeforeLong) return false
    if (inText || inTerm) kana++
  }
  return true
}
