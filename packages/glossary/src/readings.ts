import type { Tokenizer } from './model.ts'

const onlyKana = /^[\p{sc=Hira}\p{sc=Kana}ー・\s]+$/u

/**
 * The reading to sort a heading by: the given one, the heading itself if it is kana, none if it begins with a
 * Latin letter or a digit (it is sorted as it is written), else the tokenizer's guess.
 */
export function readingFor(
  heading: string,
  given: string | undefined,
  tokenizer: Tokenizer | undefined,
): { reading?: string; guessed?: boolean } {
  if (given) return { reading: given }
  const normal = heading.normalize('NFKC')
  if (onlyKana.test(normal)) return { reading: normal }
  if (!tokenizer || !/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}々]/u.test(normal)) return {}
  let reading = ''
  for (const token of tokenizer.tokenize(normal)) {
    const surface = normal.slice(token.start, token.end)
    const part = token.reading ?? (/\p{sc=Han}/u.test(surface) ? undefined : surface)
    if (part === undefined) return {}
    reading += part
  }
  return /\p{sc=Han}/u.test(normal) ? { reading, guessed: true } : { reading }
}
