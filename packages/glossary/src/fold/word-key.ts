import { isKatakana } from './characters.ts'
import { fold } from './fold.ts'

/** So many kana must precede a long vowel that may be left out: サーバ|ー but キ|ー and カバ|ー. */
export const kanaBeforeLong = 3

/** A text that stands by itself, folded; words with the same key are one word in two spellings. */
export function wordKey(source: string): string {
  const { text, longs } = fold(source)
  if (longs.size === 0) return text
  let key = ''
  let kana = 0
  for (let index = 0; index < text.length; index++) {
    key += text[index] ?? ''
    kana = isKatakana(text.charCodeAt(index)) ? kana + 1 : 0
    if (!longs.has(index)) continue
    if (kana < kanaBeforeLong) key += 'ー'
    kana++
  }
  return key
}
