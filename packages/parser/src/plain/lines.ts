import type { Point, Position } from 'unist'

/** What makes a line an item of a list. */
export interface Marker {
  /** The number of an ordered item, e.g. 1 of `1. Introduction`. */
  number?: number
  /** State of a task, `[ ]` or `[x]`. */
  checked?: boolean
  /** Offset of the item's text. */
  textStart: number
  /** Column of the item's text, in the units of `Line.indent`. */
  indent: number
}

/** One line of plain text. Offsets are in the file's text; `end` leaves out white space at the line's end. */
export interface Line {
  /** Counted from 1. */
  number: number
  start: number
  textStart: number
  end: number
  /** Columns of white space before the text: a tab goes to the next multiple of four, U+3000 takes two. */
  indent: number
  text: string
  marker?: Marker
}

const white = /[ \t\u00a0\u3000]/
const bullet =
  /^(?:[•‣◦⁃∙▪▫]|・(?!・)|[-*+–·○●◯□■◆◇▶▷](?=[ \t\u00a0\u3000]|$)|(\d{1,9})[.)．）](?=[ \t\u00a0\u3000]|$))[ \t\u00a0\u3000]*/
const task = /^\[([ xX])\][ \t\u00a0\u3000]+/

/** Cuts text into lines, from `offset` on. The text before it only counts for the line numbers. */
export function scanLines(source: string, offset = 0): Line[] {
  const lines: Line[] = []
  let number = 1
  let start = 0
  while (start <= source.length) {
    const stop = lineEnd(source, start)
    if (stop > offset || start >= offset)
      lines.push(scanLine(source, Math.max(start, offset), stop, number, start))
    if (stop === source.length) break
    start = stop + (source[stop] === '\r' && source[stop + 1] === '\n' ? 2 : 1)
    number++
  }
  return lines
}

function lineEnd(source: string, start: number): number {
  let at = start
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

function scanLine(source: string, from: number, stop: number, number: number, start: number): Line {
  let textStart = from
  let indent = 0
  for (; textStart < stop && white.test(source[textStart] ?? ''); textStart++) {
    indent += advance(source[textStart] ?? '', indent)
  }
  let end = stop
  while (end > textStart && white.test(source[end - 1] ?? '')) end--
  const line: Line = { number, start, textStart, end, indent, text: source.slice(textStart, end) }
  const marker = scanMarker(line)
  if (marker) line.marker = marker
  return line
}

function advance(char: string, column: number): number {
  return char === '\t' ? 4 - (column % 4) : char === '\u3000' ? 2 : 1
}

function scanMarker(line: Line): Marker | undefined {
  const match = bullet.exec(line.text)
  if (!match) return undefined
  const rest = line.text.slice(match[0].length)
  const state = task.exec(rest)
  const length = match[0].length + (state?.[0].length ?? 0)
  let indent = line.indent
  for (const char of match[0]) indent += advance(char, indent)
  return {
    ...(match[1] === undefined ? {} : { number: Number(match[1]) }),
    ...(state ? { checked: state[1] !== ' ' } : {}),
    textStart: line.textStart + length,
    indent,
  }
}

/** The place of an offset on a line. */
export function pointOn(line: Line, offset: number): Point {
  return { line: line.number, column: offset - line.start + 1, offset }
}

/** From an offset on one line to the end of the text on another. */
export function placeBetween(first: Line, offset: number, last: Line, end: number = last.end): Position {
  return { start: pointOn(first, offset), end: pointOn(last, end) }
}

/** Columns that a text takes on a terminal: two for each character that is not ASCII. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 128 ? 1 : 2
  return width
}
