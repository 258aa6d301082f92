/**
 * Spellings of loanwords that mean the same word. Each rule sees the characters folded so far and the next one;
 * it is applied to the text and to the terms alike, so that it need not be right, only the same.
 */

/** ヴ with a small vowel. */
const vowelsOfVu: Record<string, string> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ', ュ: 'ビュ' }
/** ウェ = ウエ, クォ = クオ. */
const largeVowels: Record<string, string> = { ァ: 'ア', ィ: 'イ', ェ: 'エ', ォ: 'オ' }
const takesLargeVowel = new Set('ウクグイ')
/** フェイス = フェース, プレイ = プレー. */
const rowE = new Set('エケセテネヘメレゲゼデベペェ')
/** A final long vowel after these is often left out: ユーザー = ユーザ, メモリー = メモリ. */
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

/** How many kana must precede a long vowel that may be left out: サーバ|ー but キ|ー, カバ|ー. */
const kanaBeforeLong = 3

export interface KatakanaStep {
  /** What the character becomes; empty where it adds nothing. */
  add: string
  /** What the character before it becomes, where it changes. */
  previous?: string
}

/**
 * Folds one katakana character.
 *
 * @param character the character, in NFKC
 * @param tail the folded characters before it in the same run of katakana, two at most
 * @param wasVu whether that one was written ヴ
 * @param run count of katakana before it in the run
 */
export function foldKatakana(character: string, tail: string, wasVu: boolean, run: number): KatakanaStep {
  const previous = tail.slice(-1)
  if (character === 'ヴ') return { add: 'ブ' }
  if (wasVu && character in vowelsOfVu) return { add: '', previous: vowelsOfVu[character] ?? previous }
  if (takesLargeVowel.has(previous) && character in largeVowels) return { add: largeVowels[character] ?? '' }
  if (character === 'イ' && rowE.has(previous)) return { add: 'ー' }
  // ファイヤー = ファイアー, ダイヤ = ダイア
  if (character === 'ヤ' && previous === 'イ') return { add: 'ア' }
  // ディジタル = デジタル
  if (character === 'ジ' && previous === 'ィ' && tail.endsWith('ディ')) return { add: 'ジ', previous: '' }
  if (character === 'ー' && run >= kanaBeforeLong && rowsAI.has(previous)) return { add: '' }
  return { add: voiced[character] ?? character }
}
