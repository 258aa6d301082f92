import type { Nodes } from 'mdast'
import type { Point, Position } from 'unist'
import type { MessageDetail } from './message.ts'
import type { Rule } from './rule.ts'

/** Someone of people.yaml: one person under several names. */
export interface PersonEntry {
  name: string
  /** The name in kana. */
  reading?: string
  /** Other names and handles, e.g. `@matz`. */
  aliases?: string[]
  affiliation?: string
  url?: string
  kind?: 'person' | 'organization'
}

/** What stands between the fences at the head of a file. */
export interface FrontMatter {
  /** The mdast node that keeps it as it is. */
  node: Extract<Nodes, { type: 'yaml' | 'toml' }>
  /** Its keys; empty where it could not be read. */
  data: Record<string, unknown>
  /** Where a value stands in the file, e.g. `place('members', 0, 'name')`; the node's where that is unknown. */
  place: (...path: (string | number)[]) => Position | undefined
}

/** What a file is: everything in one file, an `event.md`, or one session. */
export type FileRole = 'book' | 'event' | 'session'

/** What the readers and the passes know about the file, and their door for diagnostics. */
export interface ParseContext {
  /** Path relative to the book's folder. */
  file?: string
  role: FileRole
  /** The decoded text, without a byte order mark. Every `position` is in it. */
  source: string
  /** Offset in `source` where the notes begin, behind the front matter. */
  bodyStart: number
  frontMatter?: FrontMatter
  people: readonly PersonEntry[]
  /** Line and column of an offset in `source`. */
  point: (offset: number) => Point
  /** Reports a diagnostic; `file` is set by the context. */
  report: (rule: Rule, detail?: MessageDetail) => void
}
