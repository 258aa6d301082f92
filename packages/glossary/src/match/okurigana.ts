import type { Tokenizer } from '../model.ts'

const okuriganaPattern = /^[\u3400-\u9fff\u3005]+[\u3041-\u3096]/u
const onlyJapanesePattern = /^[\u3400-\u9fff\u3005\u3041-\u3096]+$/u
/** More variants than this are not made: no word has them. */
const mostVariants = 24

/**
 * Spellings with less okurigana: 取り扱い gives 取扱い, 取り扱, 取扱. Each run of hiragana behind a kanji is cut
 * to one of its endings. Only for words of two kanji or more.
 */
export function okuriganaVariants(surface: string): string[] {
  if (!onlyJapanesePattern.test(surface) || !okuriganaPattern.test(surface)) return []
  const parts = surface.split(/([\u3041-\u3096]+)/u)
  if (surface.replace(/[\u3041-\u3096]/gu, '').length < 2) return []
  let variants = ['']
  parts.forEach((part, index) => {
    const choices =
      index % 2 === 0 ? [part] : Array.from({ length: part.length + 1 }, (_, cut) => part.slice(cut))
    variants = variants.flatMap((variant) => choices.map((choice) => variant + choice)).slice(0, mostVariants)
  })
  return variants.filter((variant) => variant !== surface)
}

/** The kanji of a word that may be written with more okurigana: 切替, 取扱い; undefined for other words. */
export function skeletonOf(surface: string): string | undefined {
  if (!onlyJapanesePattern.test(surface)) return undefined
  const skeleton = surface.replace(/[\u3041-\u3096]/gu, '')
  return skeleton.length === 2 ? skeleton : undefined
}

/** Longest okurigana behind one kanji that is looked for. */
const longestOkurigana = 2

/** Where the two kanji of a word stand with okurigana between, or between and behind them, in all lengths. */
export function findSpread<W extends { skeleton: string }>(
  text: string,
  words: ReadonlyMap<number, readonly W[]>,
): { start: number; end: number; word: W }[] {
  const found: { start: number; end: number; word: W }[] = []
  for (let start = 0; start < text.length; start++) {
    const candidates = isHiragana(text, start + 1) ? words.get(text.charCodeAt(start)) : undefined
    if (!candidates) continue
    let at = start + 1
    while (at - start <= longestOkurigana && isHiragana(text, at)) at++
    for (const word of candidates) {
      if (text[at] !== word.skeleton[1]) continue
      for (let end = at + 1; end <= at + 1 + longestOkurigana; end++) {
        if (end > at + 1 && !isHiragana(text, end - 1)) break
        found.push({ start, end, word })
      }
    }
  }
  return found
}

/** The reading of a text in katakana, where every word of it has one. */
export function readingOf(text: string, tokenizer: Tokenizer): string | undefined {
  let reading = ''
  for (const token of tokenizer.tokenize(text)) {
    if (token.reading === undefined) return undefined
    reading += token.reading
  }
  return reading
}

/** 組合 is not 組み合わせ: a word that the tokenizer knows is read as it says; any other may be read like the term. */
export function maySound(spelling: string, like: string, tokenizer: Tokenizer): boolean {
  const [word, ...more] = tokenizer.tokenize(spelling)
  if (!word?.reading || more.length > 0) return true
  const reading = readingOf(like, tokenizer)
  return reading === undefined || reading === word.reading
}

function isHiragana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x3041 && unit <= 0x3096
}
