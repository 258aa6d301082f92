/**
 * Spellings of loanwords that mean the same word. Each rule sees the characters folded so far and the next one;
 * it is applied to the text and to the terms alike, so that it need not be right, only the same.
 */

/** ヴ with a small vowel. */
const vowelsOfVu: Record<string, string> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ', ュ: 'ビュ' }
/** ウェ = ウエ, クォ = クオ, フィ = フイ. */
const largeVowels: Record<string, string> = { ァ: 'ア', ィ: 'イ', ェ: 'エ', ォ: 'オ' }
const takesLargeVowel = new Set('ウクグイフ')
/** フェイス = フェース, プレイ = プレー. */
const rowE = new Set('エケセテネヘメレゲゼデベペェ')
/** A long vowel after these is often left out: ユーザー = ユーザ, メモリー = メモリ. */
const rowsAI = new Set('アカサタナハマヤラワガザダバパァャイキシチニヒミリギジヂビピィ')
const voiced: Record<string, string> = {
  ヂ: 'ジ',
  ヅ: 'ズ',
  ヲ: 'オ',
  ヷ: 'バ',
  ヸ: 'ビ',
  ヹ: 'ベ',
  ヺ: 'ボ',
}

export interface KatakanaStep {
  /** What the character becomes; empty where it adds nothing. */
  add: string
  /** What the character before it becomes, where it changes. */
  previous?: string
  /** A long vowel that may be absent elsewhere. */
  isLong?: boolean
}

/**
 * Folds one katakana character.
 *
 * @param character the character, in NFKC
 * @param tail the folded characters before it in the same run of katakana, two at most
 * @param wasVu whether that one was written ヴ
 */
export function foldKatakana(character: string, tail: string, wasVu: boolean): KatakanaStep {
  const previous = tail.slice(-1)
  if (character === 'ヴ') return { add: 'ブ' }
  if (wasVu && character in vowelsOfVu) return { add: '', previous: vowelsOfVu[character] ?? previous }
  if (takesLargeVowel.has(previous) && character in largeVowels) return { add: largeVowels[character] ?? '' }
  if (character === 'イ' && rowE.has(previous)) return { add: 'ー' }
  // ファイヤー = ファイアー, ダイヤ = ダイア
  if (character === 'ヤ' && previous === 'イ') return { add: 'ア' }
  // ディジタル = デジタル
  if (character === 'ジ' && previous === 'ィ' && tail.endsWith('ディ')) return { add: 'ジ', previous: '' }
  if (character === 'ー' && rowsAI.has(previous)) return { add: '', isLong: true }
  return { add: voiced[character] ?? character }
}
