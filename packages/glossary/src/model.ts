import type { NotesBlock } from '@notes/parser'
import type { Position } from 'unist'

/** Where something stands in the notes. */
export interface Place {
  /** Path relative to the book's folder. */
  file?: string
  position?: Position
  /** `id` of the innermost section, session or event around it. */
  nodeId?: string
}

/** A term as the author of a glossary gives it. */
export interface TermInput {
  term: string
  /** The headword in kana. */
  reading?: string
  aliases?: string[]
  /** Surface texts that never are this term, e.g. `サーバーレス` for `サーバー`. */
  not?: string[]
}

/** A term of the book. */
export interface Term extends TermInput {
  /** ASCII, unique in the book when compared without case. */
  id: string
  aliases: string[]
  /** Readings of aliases in kana, as far as the author gives them. */
  aliasReadings?: Record<string, string>
  not: string[]
  /** The reading was guessed by the tokenizer. */
  readingGuessed?: boolean
  /** Headwords of terms to look at instead of, or beside, this one. */
  see?: string[]
  url?: string
  /** What the term means; absent where the notes only name it. */
  definition?: NotesBlock[]
  /** Where the term is defined or named as a term. */
  places: Place[]
}

/** One occurrence of a term in a text. Offsets are UTF-16 units, `end` exclusive. */
export interface TermMatch<T extends TermInput = TermInput> {
  start: number
  end: number
  /** The headword. */
  term: T['term']
}

/** A piece of text that a tokenizer found. Offsets are UTF-16 units of the text given to it. */
export interface Token {
  start: number
  end: number
  /** Part of speech in IPADIC's words, e.g. `名詞`; absent where the tokenizer knows none. */
  pos?: string
  /** Finer part of speech, e.g. `接尾`. */
  posDetail?: string
  /** Whether the tokenizer's dictionary has the word; absent where it cannot tell. */
  known?: boolean
  /** In katakana. */
  reading?: string
  baseForm?: string
}

/** Cuts Japanese text into words; synchronous once it is loaded. */
export interface Tokenizer {
  tokenize(text: string): Token[]
}

/** One place that an index entry points to. */
export interface Locator {
  /** `id` of the element in the rendered book: a term reference, section, session or event. */
  targetId: string
  /** The defining place, set in bold. */
  primary: boolean
  eventId: string
  sessionId?: string
}

/** One line of the index. */
export interface IndexEntry {
  kind: 'term' | 'person' | 'organization'
  /** `id` of the term, person or organisation; for another name, of the one that it leads to. */
  id: string
  heading: string
  /** Another name that only refers to an entry (`see`) and has no places of its own. */
  alias?: true
  reading?: string
  readingGuessed?: boolean
  /** Headings to look at instead. */
  see?: string[]
  /** Headings to look at as well. */
  seeAlso?: string[]
  /** In the book's order. */
  locators: Locator[]
  /** The same locators by event, where there are more than ten of them in several events. */
  byEvent?: { eventId: string; title: string; locators: Locator[] }[]
}

/** Entries under one heading of the index: `記号・数字`, `A`–`Z` as one group each letter, `あ`, `か` … `わ`. */
export interface IndexGroup {
  label: string
  entries: IndexEntry[]
}

export interface BookIndex {
  groups: IndexGroup[]
}
