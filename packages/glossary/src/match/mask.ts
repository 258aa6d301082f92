/** Addresses and handles, in which no term is looked for: their letters are names, not words. */
const maskPattern =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s\u3000「」『』（）【】、。<>"']+|\bwww\.[^\s\u3000「」、。<>"']+|\b(?:mailto|tel):[^\s\u3000、。]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}_])[@＠][\w](?:[\w.-]*[\w])?|(?<![\p{L}\p{N}_.@/])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|jp|io|dev|co|me|moe|info|tokyo|app|ai)(?:\/[\w\-./?%&=#~]*)?(?![\p{L}\p{N}_])/giu

export type Range = [start: number, end: number]

/** Ranges of URLs, host names, mail addresses and @handles, in order. */
export function findMasks(text: string): Range[] {
  if (!/[@＠:.]/.test(text)) return []
  return Array.from(text.matchAll(maskPattern), (match) => [match.index, match.index + match[0].length])
}

/** Whether a range overlaps one of the masks. */
export function isMasked(masks: Range[], start: number, end: number): boolean {
  return masks.some((mask) => mask[0] < end && start < mask[1])
}
