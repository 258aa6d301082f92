/** What kind of character stands beside a word: the script rules build on it. */
export type Script = 'word' | 'katakana' | 'hiragana' | 'kanji' | 'other'

const wordPattern = /[\p{L}\p{N}_]/u
const markPattern = /\p{M}/u

/** Script of a UTF-16 unit; Latin and other alphabets, digits and `_` are `word`. */
export function scriptOf(unit: number): Script {
  if (unit < 0x80) return isAsciiWord(unit) ? 'word' : 'other'
  if (unit >= 0x3041 && unit <= 0x309f) return 'hiragana'
  if (isKatakana(unit)) return 'katakana'
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)) return 'kanji'
  // 々, 〆, 〇, compatibility ideographs
  if (unit === 0x3005 || unit === 0x3006 || unit === 0x3007 || (unit >= 0xf900 && unit <= 0xfaff))
    return 'kanji'
  if (unit >= 0xd800 && unit <= 0xdfff) return 'other'
  const character = String.fromCharCode(unit)
  return wordPattern.test(character) || markPattern.test(character) ? 'word' : 'other'
}

/** Katakana, ー, small letters, and their half-width forms; not ・. */
export function isKatakana(unit: number): boolean {
  return (
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x30fc && unit <= 0x30ff) ||
    (unit >= 0xff66 && unit <= 0xff9f) ||
    (unit >= 0x31f0 && unit <= 0x31ff) ||
    unit === 0x3099 ||
    unit === 0x309a
  )
}

function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x5f
  )
}

export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)
}
