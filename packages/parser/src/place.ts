import type { Point, Position } from 'unist'

/** Turns offsets of a text into points. */
export interface Placer {
  point: (offset: number) => Point
  position: (start: number, end: number) => Position
}

/** Finds lines and columns in a text; a line ends with LF, CR or CRLF. */
export function createPlacer(text: string): Placer {
  let starts: number[] | undefined
  const point = (offset: number): Point => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1, offset }
  }
  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}
