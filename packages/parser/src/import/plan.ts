import type { FrontmatterContent, Heading } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { stringify } from 'yaml'
import { createIdMaker, type IdMaker } from '../ids.ts'
import { createMessage, withoutRepeated } from '../message.ts'
import type { Event, EventContent, NotesRoot, Section, Session } from '../nodes.ts'
import { readNotes } from '../parse.ts'
import { rule } from '../rules.ts'
import type { TitleHints } from '../plain/hints.ts'
import { serializeNotes } from '../serialize.ts'
import { shareDefinitions } from './definitions.ts'
import { frontMatterOf } from './front-matter.ts'
import { type ImportedImage, moveLinks } from './links.ts'
import { numbered, shortName } from './names.ts'
import type { Note } from './note.ts'

/** A file of notes to import. */
export interface ImportPart {
  /** Its path, with forward slashes; images and links are looked up beside it. */
  path: string
  source: string | Uint8Array
  input?: 'markdown' | 'text'
  /** The name of the file's encoding; found from the bytes without it. */
  encoding?: string
  /** Titles of plain text that are known to be those of events, sessions or sections. */
  titles?: TitleHints
}

/** What is known of the book's folder. */
export interface ImportOptions {
  /** The book's title; that of its event where there is only one. */
  title?: string
  /** Names of the folders that stand in `events/` already, e.g. `01-spring`. */
  existing?: readonly string[]
}

/** What an import writes: text files and images, with paths relative to the book's folder. */
export interface ImportPlan {
  files: { path: string; text: string }[]
  images: ImportedImage[]
  messages: VFileMessage[]
}

/**
 * Plans the folder of a book for files of notes: `book.yaml`, and for each event a folder with an `event.md` and a
 * file for each session. Reads and writes no files. The Markdown has the same tree as the notes.
 */
export function planImport(parts: readonly ImportPart[], options: ImportOptions = {}): ImportPlan {
  const messages: VFileMessage[] = []
  const notes: Note[] = []
  const events: string[] = []
  const nameFolder = createFolderNames(options.existing ?? [])
  const makeId = createIdMaker()
  for (const { path, source, ...rest } of parts) {
    const read = readNotes(source, { ...rest, file: path })
    messages.push(...withoutRepeated(read.messages))
    for (const event of read.tree.children) {
      if (event.title) events.push(event.title)
      notes.push(...notesOf(event, path, makeId, nameFolder))
      const moved = movedSection(event)
      if (moved)
        messages.push(
          createMessage(rule.importOrder, {
            reason: `The section “${moved.title}” stands behind the sessions of its event; it comes before them in event.md.`,
            place: moved.children[0]!,
            file: path,
          }),
        )
    }
  }
  const images = moveLinks(notes)
  shareDefinitions(notes)
  const texts = notes.map((note) => ({ path: note.path, text: textOf(note) }))
  const title = options.title ?? (events.length === 1 ? events[0] : undefined)
  return { files: [{ path: 'book.yaml', text: bookOf(title, texts) }, ...texts], images, messages }
}

/** The first section of an event that stands behind one of its sessions. */
function movedSection({ children }: Event): Section | undefined {
  const first = children.findIndex(({ type }) => type === 'session')
  return first < 0
    ? undefined
    : children.slice(first).find((child): child is Section => child.type === 'section')
}

/** Gives an event's folder its number: the one it has already, or the next one. */
function createFolderNames(existing: readonly string[]): (name: string) => string {
  const numbers = existing.map((folder) => Number(/^\d+/.exec(folder)?.[0] ?? 0))
  let last = Math.max(0, ...numbers)
  return (name) => existing.find((folder) => folder.replace(/^\d+-/, '') === name) ?? numbered(++last, name)
}

function notesOf(event: Event, from: string, makeId: IdMaker, nameFolder: (name: string) => string): Note[] {
  const fallback = from.slice(from.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const name = shortName(event.title) ?? (event.title ? undefined : shortName(fallback)) ?? 'event'
  const own = event.children.filter((child) => child.type !== 'session')
  const eventId = makeId(givenId(own) ?? name)
  const folder = `events/${nameFolder(eventId)}`
  const notes: Note[] = []
  if (own.length > 0) {
    notes.push({
      path: `${folder}/event.md`,
      from,
      id: eventId,
      title: event.title,
      children: levelled(own, 1),
    })
  }
  const sessions = event.children.filter((child): child is Session => child.type === 'session')
  for (const [at, { title, children }] of sessions.entries()) {
    const id = makeId(givenId(children) ?? shortName(title) ?? `${eventId}-${at + 1}`)
    const path = `${folder}/${numbered(at + 1, id)}.md`
    notes.push({ path, from, id, title, children: levelled(children, 1) })
  }
  return notes
}

/** The id that the notes' own front matter gives. */
function givenId(children: readonly EventContent[]): string | undefined {
  const yaml = children.find((child) => child.type === 'yaml')
  const id = /^id[ \t]*:[ \t]*["']?([A-Za-z][\w-]*)["']?[ \t]*$/m.exec(yaml?.value ?? '')
  return id?.[1]
}

/** The same nodes with headings as deep as their sections are: the title's, then one more for each level. */
function levelled(children: readonly EventContent[], depth: number): EventContent[] {
  const within = Math.min(6, depth) as Heading['depth']
  return children.map((child): EventContent => {
    if (child.type === 'heading') return { ...child, depth: within }
    if (child.type !== 'section') return child
    return { ...child, children: levelled(child.children, depth + 1) as typeof child.children }
  })
}

function textOf({ id, title, children }: Note): string {
  const given = children.find(
    (child): child is FrontmatterContent => child.type === 'yaml' || child.type === 'toml',
  )
  const rest = children.filter((child) => child !== given)
  const event: Event = {
    type: 'event',
    id,
    title,
    dates: [],
    urls: [],
    children: [frontMatterOf(id, given), ...rest],
  }
  const tree: NotesRoot = { type: 'notesRoot', children: [event] }
  return serializeNotes(tree)
}

/** book.yaml with the title, and the language where it is not Japanese. */
function bookOf(title: string | undefined, texts: readonly { text: string }[]): string {
  const japanese = texts.some(({ text }) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text),
  )
  return stringify({ ...(title && { title }), language: japanese ? 'ja' : 'en' })
}
