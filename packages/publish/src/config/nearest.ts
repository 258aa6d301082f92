import leven from 'leven'

/** The known word that an unknown one was most likely meant to be; `undefined` where none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  // A third of the letters may be wrong, two of a word of four: a slip of the finger, not another word.
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))
  let best: { word: string; distance: number } | undefined
  for (const candidate of known) {
    const other = candidate.toLowerCase()
    // Letters in another order are one slip, whatever the edit distance says.
    const distance = sorted(wanted) === sorted(other) ? 1 : leven(wanted, other, { maxDistance: limit + 1 })
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word: candidate, distance }
  }
  return best?.word
}

function sorted(word: string): string {
  return [...word].toSorted().join('')
}

/** ` Did you mean “title”?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const found = nearest(word, known)
  return found === undefined ? '' : ` Did you mean “${found}”?`
}
