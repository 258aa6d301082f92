import type { Element } from 'hast'
import type { ChapterKind } from '../html/chapter.ts'

export type SheetKind = ChapterKind | 'half-title' | 'title-page' | 'contents' | 'colophon'

/** A piece of the printed book that begins on a page of its own. */
export interface Sheet {
  id: string
  kind: SheetKind
  /** Plain text. */
  title: string
  root: Element
  /** The page it may begin on. */
  opens: 'recto' | 'verso' | 'any'
  numbering: 'roman' | 'arabic'
  /** Whether page numbers are printed. */
  folios: boolean
  /** The volume that it stands in, from 1; absent where the book is one. */
  volume?: number
  /** Running heads of left and right pages; none on the sheet's first page. */
  heads?: { verso: string; recto: string }
}

/** One page of the printed book, as its number and head are printed. */
export interface PrintedPage {
  /** `i`, `ii`, `1`, `2` …; also where it is not printed. */
  label: string
  folio: boolean
  head: string
}
