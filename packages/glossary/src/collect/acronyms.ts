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
  /(?<![\p{L}\p{N}])([A-Za-z][A-Za-z0-9/&-]{0,40}(?: [A-Za-z][A-Za-z0-9/&-]{0,40}){1,7})\s?[(（]\s*([A-Z][A-Za-z0-9]{1,9})\s*[)）]/gu
const smallWords = /^(?:of|the|and|for|to|in|on|over|a|an|as|at|by|with)$/i

/** Acronyms that a text spells out, whichever of the two stands first. */
export function findAcronyms(text: string): Acronym[] {
  if (!/[(（]/.test(text)) return []
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
 * Whether words spell an acronym: each of its letters begins a word, in order, small words apart; or, with as many
 * words as letters, the first letter begins the first word and the others follow inside (Signed http eXchanGe).
 */
function spells(words: string[], acronym: string): boolean {
  const letters = acronym.toLowerCase()
  if (words.length < 2 || words[0]?.[0]?.toLowerCase() !== letters[0]) return false
  return (
    spellsByInitials(words, letters) || (words.length === letters.length && holds(words.join(''), letters))
  )
}

function spellsByInitials(words: string[], letters: string): boolean {
  if (words.length === 0 || letters === '')
    return letters === '' && words.every((word) => smallWords.test(word))
  const [first = '', ...rest] = words
  if (first[0]?.toLowerCase() === letters[0] && spellsByInitials(rest, letters.slice(1))) return true
  return smallWords.test(first) && spellsByInitials(rest, letters)
}

/** Whether the letters stand in a text in their order. */
function holds(text: string, letters: string): boolean {
  let at = -1
  return [...letters].every((letter) => (at = text.toLowerCase().indexOf(letter, at + 1)) >= 0)
}
