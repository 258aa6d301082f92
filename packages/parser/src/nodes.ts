/**
 * The notes tree: a unist tree that extends mdast.
 *
 * Phrasing and ordinary blocks stay mdast, so that any remark or rehype plugin works on them. The nodes below
 * add what conference notes mean: events, sessions, speakers, questions, terms. Offsets in `position` are
 * UTF-16 units of the decoded text without its byte order mark; a CRLF counts as two.
 */
import type {
  BlockContent,
  Data as MdastData,
  DefinitionContent,
  FrontmatterContent,
  Heading,
  PhrasingContent,
} from 'mdast'
import type { Literal, Parent, Position } from 'unist'
import type { Attribution, MarkData } from './line-data.ts'

export type { Attribution, MarkData } from './line-data.ts'

/** A fact that no marker states outright, and the rule that inferred it. */
export interface Inference {
  /** Name of the node's field that holds the fact, e.g. `speakers`. */
  field: string
  /** Name of the rule, e.g. `title-by`. */
  rule: string
}

/** What every node of the notes tree may carry in `data`. */
export interface NotesData extends MdastData {
  inferred?: Inference[]
}

/** `data` of points and answers, and of paragraphs outside of them. */
export interface LineData extends NotesData, MarkData {
  attribution?: Attribution
}

/** `data` of events and sessions. */
export interface SourceData extends NotesData {
  /** Path of the file that the node was read from, relative to the book's folder, with forward slashes. */
  file?: string
  /** Front matter says that the note is left out of the book. */
  draft?: boolean
}

/** A URL as the notes write it. */
export interface Url {
  url: string
  label?: string
  position?: Position
}

/** One day, with as much of it as the notes say. No missing part is invented. */
export interface DateParts {
  year?: number
  /** 1–12 */
  month?: number
  /** 1–31 */
  day?: number
  /** `HH:MM`, 24 hours */
  time?: string
}

/** A date or a range of dates. */
export interface NotesDate {
  /** The date as it stands in the notes. */
  text: string
  start: DateParts
  end?: DateParts
  /** An offset or a zone's name as written, e.g. `JST`, `+09:00`. */
  zone?: string
  position?: Position
}

/** Someone who speaks, or a group that presents. */
export interface Person {
  kind: 'person' | 'organization'
  /** The name without its honorific; without another name, the handle without its `@`. */
  name: string
  /** The name in kana. */
  reading?: string
  /** With its `@`. */
  handle?: string
  /** E.g. `さん`, `先生`. */
  honorific?: string
  affiliations: string[]
  bio: string[]
  urls: Url[]
  position?: Position
}

/** The whole book, or the whole file. */
export interface NotesRoot extends Parent {
  type: 'notesRoot'
  children: Event[]
  data?: NotesData
}

/** A conference or meetup. `children[0]` is the heading with the title's phrasing. */
export interface Event extends Parent {
  type: 'event'
  /** ASCII, unique in the book when compared without case. */
  id: string
  /** Plain text of the heading. */
  title: string
  series?: string
  edition?: string
  dates: NotesDate[]
  venue?: string
  /** Who hosts the event, or speaks where it has no sessions. */
  speakers?: Person[]
  urls: Url[]
  children: EventContent[]
  data?: SourceData
}

/** A talk or a panel. `children[0]` is the heading with the title's phrasing. */
export interface Session extends Parent {
  type: 'session'
  id: string
  title: string
  speakers: Person[]
  dates?: NotesDate[]
  /** Pages of the session. */
  urls: Url[]
  /** Slides and videos. */
  slides: Url[]
  children: SessionContent[]
  data?: SourceData
}

/** Part of a session or of an event. `children[0]` is the heading with the title's phrasing. */
export interface Section extends Parent {
  type: 'section'
  id: string
  title: string
  /** 1 is a direct child of its session or event. */
  depth: number
  role?: 'members' | 'terms' | 'qa'
  children: SectionContent[]
  data?: NotesData
}

/** An item of an mdast list. */
export interface Point extends Parent {
  type: 'point'
  /** State of a task-list item. */
  checked?: boolean | null
  spread?: boolean
  children: NotesBlock[]
  data?: LineData
}

/** A question; its answers stand among its children. In a list it takes the place of a point. */
export interface Question extends Parent {
  type: 'question'
  asker?: string
  checked?: boolean | null
  spread?: boolean
  children: (NotesBlock | Answer)[]
  data?: LineData
}

/** An answer to the question it stands in. */
export interface Answer extends Parent {
  type: 'answer'
  answerer?: string
  checked?: boolean | null
  spread?: boolean
  children: NotesBlock[]
  data?: LineData
}

/** A term with its explanation. */
export interface TermDefinition extends Parent {
  type: 'termDefinition'
  /** The headword as written. */
  term: string
  /** The headword in kana. */
  reading?: string
  aliases: string[]
  checked?: boolean | null
  spread?: boolean
  children: NotesBlock[]
  data?: LineData
}

/** `data` of term references. */
export interface TermReferenceData extends NotesData {
  /** `id` of this use of the term, unique in the book. */
  id?: string
  /** The term's first use in its session. */
  first?: boolean
}

/** A use of a term in the text, set by the glossary. */
export interface TermReference extends Parent {
  type: 'termReference'
  /** `id` of the term. */
  termId: string
  children: PhrasingContent[]
  data?: TermReferenceData
}

/** Something to do after the event. */
export interface Action extends Parent {
  type: 'action'
  done?: boolean
  due?: NotesDate
  spread?: boolean
  children: NotesBlock[]
  data?: LineData
}

/** Base text with its reading. */
export interface Ruby extends Parent {
  type: 'ruby'
  /** One reading for the whole base, or one for each base character. */
  readings: string[]
  children: PhrasingContent[]
  data?: NotesData
}

/** Source that is not understood, kept as it is. */
export interface Verbatim extends Literal {
  type: 'verbatim'
  /** What it looks like, e.g. `liquid`, `myst`, `too-deep`. */
  syntax: string
  value: string
  data?: NotesData
}

/** Front matter in TOML, between two lines of `+++`. */
export interface Toml extends Literal {
  type: 'toml'
  value: string
}

/** Blocks that may stand in events, sessions, sections and list items. */
export type NotesBlock = BlockContent | DefinitionContent
export type SectionContent = Heading | NotesBlock | Section
export type SessionContent = SectionContent | FrontmatterContent
export type EventContent = SessionContent | Session

/** Every node type that this package adds to mdast, by its `type`. Augment it to add your own. */
export interface NotesNodeMap {
  notesRoot: NotesRoot
  event: Event
  session: Session
  section: Section
  point: Point
  question: Question
  answer: Answer
  termDefinition: TermDefinition
  termReference: TermReference
  action: Action
  ruby: Ruby
  verbatim: Verbatim
}

/** Any node that this package adds to mdast; narrows on `type`. */
export type NotesNode = NotesNodeMap[keyof NotesNodeMap]

declare module 'mdast' {
  interface ParagraphData extends MarkData {
    attribution?: Attribution
    inferred?: Inference[]
  }
  interface ListContentMap {
    point: Point
    question: Question
    termDefinition: TermDefinition
    action: Action
  }
  interface BlockContentMap {
    question: Question
    termDefinition: TermDefinition
    action: Action
    verbatim: Verbatim
  }
  interface FrontmatterContentMap {
    toml: Toml
  }
  interface PhrasingContentMap {
    termReference: TermReference
    ruby: Ruby
  }
  interface RootContentMap {
    point: Point
    question: Question
    answer: Answer
    termDefinition: TermDefinition
    termReference: TermReference
    action: Action
    ruby: Ruby
    toml: Toml
    verbatim: Verbatim
  }
}
