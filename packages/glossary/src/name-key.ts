import { wordKey } from './fold/word-key.ts'

/** Names with the same key are one name. */
export function nameKey(name: string): string {
  const key = wordKey(name.trim())
  // Case tells short Latin names apart: `C`, `c`.
  return key.length <= 2 ? name.normalize('NFKC').trim() : key
}
