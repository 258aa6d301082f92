/** Addresses and handles, in which no term is looked for: their letters are names, not words. */
const maskPattern = new RegExp(
  [
    /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s\u3000「」『』（）【】、。<>"']+/u,
    /\bwww\.[^\s\u3000「」、。<>"']+/u,
    /\b(?:mailto|tel):[^\s\u3000、。]+/u,
    /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
    /(?<![\p{L}\p{N}_])[@＠]\w[\w.-]*(?<=\w)/u,
    // Host names without a scheme, by the commonest endings.
    /(?<![\p{L}\p{N}_.@/])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|org|net|jp|io|dev|co|me|info|app)(?:\/[\w\-./?%&=#~]*)?(?![\p{L}\p{N}_])/u,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'giu',
)

export type Range = [start: number, end: number]

/** Ranges of URLs, host names, mail addresses and @handles, in order. */
export function findMasks(text: string): Range[] {
  if (!/[@＠:.]/.test(text)) return []
  return Array.from(text.matchAll(maskPattern), (match) => [match.index, match.index + match[0].length])
}

/** Whether a range overlaps one of the masks, which stand in order and apart. */
export function isMasked(masks: Range[], start: number, end: number): boolean {
  let [low, high] = [0, masks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((masks[middle]?.[1] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (masks[low]?.[0] ?? Infinity) < end
}
