import type { Term } from '@notes/glossary'
import type { Event, NotesNode, Session } from '@notes/parser'
import type { ElementContent } from 'hast'
import type { Nodes as MdastNodes } from 'mdast'
import type { Assets, Book } from '../model.ts'
import type { Chapter } from './chapter.ts'
import { glossaryChapter } from './chapters/glossary.ts'
import { indexChapter } from './chapters/index-chapter.ts'
import { linksChapter } from './chapters/links.ts'
import { matterChapter } from './chapters/matter.ts'
import { hasPart, partChapter } from './chapters/part.ts'
import { peopleChapter } from './chapters/people.ts'
import { titleText } from './chapters/scope.ts'
import { sessionChapter } from './chapters/session.ts'
import { collectDefinitions } from './definitions.ts'
import { labelsFor } from './labels.ts'
import { type BookScope, IdRegistry } from './scope.ts'

/** What rendering may know beyond the book. */
export interface ChapterOptions {
  /** Images of the book; without them every local image counts as there. */
  assets?: Assets
}

/**
 * Renders the whole book as chapters of sanitised hast, in reading order: prefaces, events with their sessions,
 * glossary, people, index, links, afterwords. Chapters that would be empty are left out.
 */
export function renderChapters(book: Book, options: ChapterOptions = {}): Chapter[] {
  const shared = createScope(book, options)
  const front = book.front.map((matter) => matterChapter(matter, claim(shared, matter), 'preface', shared))
  const body = book.tree.children.flatMap((event) => eventChapters(event, shared))
  const back = book.back.map((matter) => matterChapter(matter, claim(shared, matter), 'afterword', shared))
  const glossary = glossaryChapter(book.terms, shared.ids.claim('glossary'), shared)
  const people = peopleChapter(book.people, shared.ids.claim('people'), shared)
  const index = indexChapter(book.index, shared.ids.claim('index'), shared)
  for (const chapter of [glossary, people]) {
    if (chapter) shared.titles.set(chapter.id, chapter.titleChildren)
  }
  const links = linksChapter(shared.ids.claim('links'), shared)
  return [...front, ...body, glossary, people, index, links, ...back].filter(
    (chapter) => chapter !== undefined,
  )
}

/** The chapters of events and sessions, rendered as they are asked for. */
export interface SingleChapters {
  /** Terms by the `id` of their entry in the glossary. */
  terms: ReadonlyMap<string, Term>
  /** The chapter of an event's own prose, or of one of its sessions; keep it, or ask again. */
  render(event: Event, session?: Session): Chapter
}

/** The same chapters one at a time, for outputs that show a few of a large book: what was rendered is not kept. */
export function singleChapters(book: Book, options: ChapterOptions = {}): SingleChapters {
  const shared = createScope(book, options)
  return {
    terms: new Map([...shared.terms.values()].map(({ entryId, term }) => [entryId, term])),
    render(event, session) {
      const own = { ...shared, uses: new Map(), links: new Map(), linksByChapter: new Map() }
      if (!session) return partChapter(event, own)
      return sessionChapter(session, event, hasPart(event) ? event.id : undefined, own)
    },
  }
}

function claim(shared: BookScope, matter: { id: string; title: string }): string {
  const id = shared.ids.claim(matter.id)
  shared.titles.set(id, [{ type: 'text', value: matter.title }])
  return id
}

function eventChapters(event: Event, shared: BookScope): Chapter[] {
  const sessions = event.children.filter((child): child is Session => child.type === 'session')
  if (!hasPart(event)) return sessions.map((session) => sessionChapter(session, event, undefined, shared))
  const part = partChapter(event, shared)
  return [part, ...sessions.map((session) => sessionChapter(session, event, part.id, shared))]
}

type Nodes = MdastNodes | NotesNode

/** Takes the ids of the tree before any other, so that they stay as they are. */
function claimIds(node: Nodes, shared: BookScope, around?: string): void {
  const chapterId = node.type === 'event' || node.type === 'session' ? node.id : around
  if (node.type === 'event' || node.type === 'session') {
    shared.titles.set(node.id, [{ type: 'text', value: titleText(node, shared) }])
    shared.ids.claim(node.id)
  } else if (node.type === 'section') shared.ids.claim(node.id)
  else if (node.type === 'termReference' && node.data?.id !== undefined) shared.ids.claim(node.data.id)
  if ('id' in node && chapterId !== undefined) shared.chapterOf.set(node.id, chapterId)
  if ('children' in node) for (const child of node.children) claimIds(child, shared, chapterId)
}

function createScope(book: Book, { assets }: ChapterOptions): BookScope {
  const ids = new IdRegistry()
  const titles = new Map<string, ElementContent[]>()
  const shared: BookScope = {
    book,
    labels: labelsFor(book.config.language),
    ...(assets ? { assets } : {}),
    ids,
    terms: new Map(),
    uses: new Map(),
    links: new Map(),
    linksByChapter: new Map(),
    definitions: collectDefinitions(book.tree),
    titles,
    chapterOf: new Map(),
  }
  claimIds(book.tree, shared)
  for (const term of book.terms) shared.terms.set(term.id, { term, entryId: ids.claim(term.id) })
  return shared
}
