/**
 * The words of notes that stand less often in what is shown than in the notes. Front matter, comments, labels of
 * footnotes and references, numbers of lists and names of files are no words; entities and tags mean something else
 * than they say.
 */
export function lostWords(source: string, shown: string): string[] {
  const letters = lettersOf(shown)
  const counts = new Map<string, number>()
  for (const word of wordsOf(source)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].flatMap(([word, count]) => (letters.split(word).length - 1 < count ? [word] : []))
}

function wordsOf(source: string): string[] {
  const printed = source
    .replace(/^---\r?\n[\s\S]*?\n---(?:\r?\n|$)/u, '')
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/&#?\w+;/gu, ' ')
    .replaceAll(/<\/?[a-z][^<>\n]*>/giu, ' ')
  return printed.split('\n').flatMap((line) =>
    line
      .replace(/^\s*(?:[-*+]\s+)*\d+[.)]\s/u, '')
      .replace(/^\s*(?:```|~~~).*$/u, '')
      .replaceAll(/\[\^[^\]]+\]/gu, ' ')
      .replaceAll(/(?<=\]\(|\]: *)(?!https?:)[^\s)]+\.(?:gif|jpe?g|md|png|svg|webp)(?:#[^\s)]*)?/giu, ' ')
      .replace(/^\s*\[[^\]]+\]:/u, ' ')
      .replaceAll(/(?<=\])\[[^\]]*\]/gu, ' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
}

/** The address that an attribute holds, as it is and as it reads. */
export function readings(address: string): string[] {
  try {
    return [address, decodeURI(address)]
  } catch {
    return [address]
  }
}

export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
