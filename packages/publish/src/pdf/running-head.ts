import stringWidth from 'string-width'

/** What a letter of half the width of a Japanese character takes at most, on average. */
const NARROW = 0.62

/** A running head that is not longer than a line of so many characters: a longer one ends in “…”. */
export function fitHead(head: string, line: number): string {
  if (emsOf(head) <= line) return head
  let room = line - 1
  let fitted = ''
  for (const { segment } of new Intl.Segmenter('ja').segment(head)) {
    room -= emsOf(segment)
    if (room < 0) break
    fitted += segment
  }
  return `${fitted.trimEnd()}…`
}

function emsOf(text: string): number {
  let ems = 0
  for (const character of text) {
    const width = stringWidth(character)
    ems += width === 1 ? NARROW : width / 2
  }
  return ems
}
