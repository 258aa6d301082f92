import type { BookIndex, Term } from '@notes/glossary'
import type { NotesRoot } from '@notes/parser'
import type { RootContent } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { BookConfig } from './config/schema.ts'
import type { OwnFamily } from './fonts/plan.ts'

/** A preface or an afterword. */
export interface Matter {
  id: string
  title: string
  /** Path relative to the book's folder. */
  file: string
  children: RootContent[]
}

/** One person of people.yaml, or gathered from the sessions. */
export interface PersonRecord {
  id: string
  kind: 'person' | 'organization'
  name: string
  reading?: string
  readingGuessed?: boolean
  aliases: string[]
  handle?: string
  affiliations: string[]
  bio: string[]
  url?: string
  /** `id`s of the sessions that this person speaks in, in the book's order. */
  sessionIds: string[]
}

/** The whole book as the renderers take it: one model behind all outputs. */
export interface Book {
  config: BookConfig
  /** Every occurrence of a term is a `termReference` with `data.id` and `data.first`. */
  tree: NotesRoot
  front: Matter[]
  back: Matter[]
  terms: Term[]
  index: BookIndex
  people: PersonRecord[]
  /** Diagnostics of everything that was read. */
  messages: VFileMessage[]
}

/** A file of the book's folder that the notes show. */
export interface Asset {
  /** Path relative to the book's folder, with forward slashes. */
  path: string
  /** By content, e.g. `image/png`. */
  mediaType: string
  bytes: Uint8Array
  /** Pixels; absent for SVG without a size. */
  width?: number
  height?: number
}

/** Assets by their path relative to the book's folder. */
export type Assets = ReadonlyMap<string, Asset>

/** A theme as the renderers take it. */
export interface Theme {
  name: string
  /** CSS for every output. */
  css: string
  /** CSS added in print. */
  printCss: string
  /** CSS added in the ePub. */
  epubCss: string
  /** CSS added in handouts. */
  handoutCss?: string
  /** Fonts of the theme's own. */
  fonts?: readonly OwnFamily[]
  /** CSS added in print behind `printCss` where lines are vertical. */
  verticalPrintCss?: string
  /** CSS added in the ePub behind `epubCss` where lines are vertical. */
  verticalEpubCss?: string
}

/** What every renderer takes. */
export interface RenderInput {
  book: Book
  theme: Theme
  assets: Assets
  /** The book's date: SOURCE_DATE_EPOCH, or the notes' newest date. */
  now: Date
}

/** Where one printed page begins. */
export interface PageStart {
  /** As printed: `i`, `ii`, `1`, `2` … */
  label: string
  /** Index of the page in the PDF, from 0. */
  index: number
  /** `id` of the element in whose text the page begins. */
  nodeId: string
  /** UTF-16 units into the text of that element. */
  offset: number
}

export interface PageMap {
  /** The PDF's identifier: book.yaml's `identifiers.pdf`, or derived from the book. */
  pdfIdentifier: string
  pages: PageStart[]
}
