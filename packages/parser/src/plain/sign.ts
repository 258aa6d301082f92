import type { Block, BlockKind } from './blocks.ts'
import type { Line } from './lines.ts'

/** What a title stands for. */
export type Level = 'event' | 'session' | 'section'

/** How a line in the margin is marked as a title. */
export type TitleMark = 'hash' | 'box' | 'underline' | 'brackets'

/** A line in the margin that may be a title, and what stands around it. */
export interface TitleLine {
  line: Line
  /** The text without its mark; only the beginning of a very long one. */
  text: string
  textStart: number
  textEnd: number
  /** Columns, two for each character that is not ASCII. */
  width: number
  mark?: TitleMark
  /** Number of `#` before it. */
  hashes?: number
  /** The line under it belongs to it: an underline. */
  underline?: Line
  blankBefore: boolean
  blankAfter: boolean
  /** What stands above it; undefined at the start of the text. */
  before?: BlockKind | 'title'
  /** The last line of what stands above it. */
  above: string
  /** What stands between it and the next title, or the next line that may be one. */
  body: Block[]
  previous?: TitleLine
  next?: TitleLine
  /** How often the same title stands in the text. */
  count: number
  /** Share of lists among what stands right under the text's titles, 0–1. */
  listShare: number
}

/** A piece of notes, and the title in it that the sign speaks of. */
export interface Example {
  notes: string
  title: string
}

/**
 * Evidence on a line: a rule of the table by which titles are told from prose, and events, sessions and sections
 * from each other. Weights add up; a positive one speaks for, a negative one against.
 */
export interface Sign {
  id: string
  summary: string
  /** How much it says on whether the line is a title. */
  title?: number
  /** How much it says on the title's level. */
  levels?: Partial<Record<Level, number>>
  test: (line: TitleLine) => boolean
  /** Two or more, read by the tests. */
  examples: Example[]
}

/** The first line under a title, if it is not a list. */
export function openingLine({ body }: TitleLine): string {
  const first = body[0]
  return first?.kind === 'text' ? (first.lines[0]?.text ?? '') : ''
}

/** The items in the outermost level of the list that a title opens with, behind the URL or prose over it. */
export function openingItems({ body }: TitleLine): string[] {
  const lines = body.find((block) => block.kind !== 'text')?.lines ?? []
  const indent = lines[0]?.indent
  return lines
    .filter((line) => line.marker && line.indent === indent)
    .map((line) => line.text.slice((line.marker?.textStart ?? 0) - line.textStart))
}
