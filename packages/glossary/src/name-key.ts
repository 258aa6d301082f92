import { fold } from './fold/fold.ts'

/** Names with the same key are one name. */
export function nameKey(name: string): string {
  const { text } = fold(name.trim())
  // Case tells short Latin names apart: `C`, `c`.
  return text.length <= 2 ? name.normalize('NFKC').trim() : text
}
