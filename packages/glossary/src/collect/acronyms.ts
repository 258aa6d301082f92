/** An acronym and what it stands for. */
export interface Acronym {
  acronym: string
  expansion: string
  /** Offset in the text. */
  index: number
}

/** `SLO (Service Level Objective)` */
const shortFirst =
  /(?<![\p{L}\p{N}])([A-Z][A-Za-z0-9]{1,9})\s?[(（]\s*([A-Za-z][A-Za-z0-9 /&-]{4,80}?)\s*[)）]/gu
/** `Signed HTTP Exchange (SXG)` */
const longFirst =
  /(?<![\p{L}\p{N}])([A-Za-z][A-Za-z0-9/&-]*(?: [A-Za-z][A-Za-z0-9/&-]*){1,7})\s?[(（]\s*([A-Z][A-Za-z0-9]{1,9})\s*[)）]/gu
const smallWords = /^(?:of|the|and|for|to|in|on|over|a|an|as|at|by|with)$/i

/** Acronyms that a text spells out, whichever of the two stands first. */
export function findAcronyms(text: string): Acronym[] {
  const found: Acronym[] = []
  for (const match of text.matchAll(shortFirst)) {
    const [, acronym = '', expansion = ''] = match
    if (spells(expansion.split(/[\s/-]+/), acronym)) found.push({ acronym, expansion, index: match.index })
  }
  for (const match of text.matchAll(longFirst)) {
    const [, long = '', acronym = ''] = match
    const words = long.split(' ')
    // The expansion is the shortest row of words before the parenthesis that spells the acronym.
    for (let count = 2; count <= words.length; count++) {
      const row = words.slice(-count)
      if (
        !spells(
          row.flatMap((word) => word.split(/[/-]/)),
          acronym,
        )
      )
        continue
      found.push({ acronym, expansion: row.join(' '), index: match.index })
      break
    }
  }
  return found
}

/**
 * Whether words spell an acronym: each of its letters, in order, begins a word or stands inside the word begun
 * (eXchange); every word but small ones gives a letter, and the first begins both.
 */
function spells(words: string[], acronym: string): boolean {
  const letters = acronym.toLowerCase().replace(/s$/, acronym.endsWith('s') ? '' : 's')
  const spell = (word: number, letter: number): boolean => {
    if (letter === letters.length) return words.slice(word).every((rest) => smallWords.test(rest))
    const text = words[word]?.toLowerCase()
    if (!text) return false
    if (smallWords.test(text) && text[0] !== letters[letter]) return spell(word + 1, letter)
    // Some name a word by a letter inside it (eXchange, eXtensible).
    const inside = letter > 0 && words.length === letters.length ? text.indexOf(letters[letter] ?? '') : 0
    if (inside < 0 || (inside === 0 && text[0] !== letters[letter]))
      return smallWords.test(text) && spell(word + 1, letter)
    return spell(word + 1, letter + 1)
  }
  return words.length > 1 && letters.length > 1 && spell(0, 0)
}
