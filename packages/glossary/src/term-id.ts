/**
 * Ids of terms: ASCII, from the headword alone, so that they stay when other terms come and go. Latin headwords
 * keep their letters, others become a number.
 */
export function termIdOf(headword: string): string {
  const normal = headword.normalize('NFKC').toLowerCase()
  const slug = normal.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  const isLatin = /^[\x20-\x7e]+$/.test(normal) && slug !== '' && slug.length <= 60
  // `C++` and `C#` have the slug of `C`.
  const isExact = isLatin && normal.replace(/[\s-]+/g, '') === slug.replace(/-/g, '')
  return isExact ? `term-${slug}` : `term-${slug && isLatin ? `${slug}-` : ''}${hash(normal).toString(36)}`
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Gives out ids that are unique without regard to case. */
export class IdRegister {
  readonly #taken = new Set<string>()

  /** The id, or the id with a number; `taken` tells which. */
  claim(wanted: string): { id: string; taken: boolean } {
    let id = wanted
    for (let number = 2; this.#taken.has(id.toLowerCase()); number++) id = `${wanted}-${number}`
    this.#taken.add(id.toLowerCase())
    return { id, taken: id !== wanted }
  }
}
