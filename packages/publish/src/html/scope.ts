import type { Term } from '@notes/glossary'
import type { ElementContent } from 'hast'
import type { Heading } from 'mdast'
import type { Assets, Book } from '../model.ts'
import type { ChapterHeading } from './chapter.ts'
import type { Definitions } from './definitions.ts'
import type { Labels } from './labels.ts'

/** A use of a term: where it stands, and in which chapter. */
interface TermUse {
  id: string
  chapterId: string
}

/** An external link with its number in the book. */
interface BookLink {
  number: number
  url: string
  /** The link's text where it says more than the URL. */
  label?: string
}

/** What the chapters of one book share while they are rendered. */
export interface BookScope {
  book: Book
  labels: Labels
  /** Images of the book; without them every local image counts as there. */
  assets?: Assets
  /** Every id of the book, in lower case. */
  ids: IdRegistry
  /** Terms by their id, with the id of their glossary entry. */
  terms: Map<string, { term: Term; entryId: string }>
  /** First uses by term id, in the book's order. */
  uses: Map<string, TermUse[]>
  /** Numbers of external links by URL. */
  links: Map<string, BookLink>
  /** Links by the chapter in which they first appear. */
  linksByChapter: Map<string, BookLink[]>
  definitions: Definitions
  /** Titles of chapters by id, without links and ids, for cross references. */
  titles: Map<string, ElementContent[]>
  /** The chapter that an event, a session or a section stands in, by id. */
  chapterOf: Map<string, string>
}

/** What the handlers know about the chapter that is being rendered. */
export interface ChapterScope {
  shared: BookScope
  id: string
  /** Path of the notes, relative to the book's folder. */
  file?: string
  /** The node that holds the chapter's title. */
  titleNode?: Heading
  /** Headings stand flat beside the text, as in a preface, and not in sections. */
  flat: boolean
  /** Uses of terms are links and carry ids; not so in the glossary itself. */
  linkTerms: boolean
  headings: ChapterHeading[]
  /** What the ids of footnotes begin with, where a chapter is rendered in pieces; the chapter's id where absent. */
  notesId?: string
}

/** Ids that are taken, compared without case. */
export class IdRegistry {
  readonly #taken = new Set<string>()

  has(id: string): boolean {
    return this.#taken.has(id.toLowerCase())
  }

  /** Takes the id, or the next free one made from it, and returns it. */
  claim(wanted: string): string {
    let id = wanted
    for (let count = 2; this.has(id); count++) id = `${wanted}-${count}`
    this.#taken.add(id.toLowerCase())
    return id
  }
}
