import {
  createMessage,
  type Event,
  joinNotes,
  type NotesPart,
  type NotesRoot,
  type ParseOptions,
  type PersonEntry,
  rules as parserRules,
} from '@notes/parser'
import { isPlain, type OpenNotes, openNotes } from '@notes/parser/apart'
import { rules as glossaryRules } from '@notes/glossary'
import { stat } from 'node:fs/promises'
import { basename, dirname, posix, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { readPeople } from '../config/people.ts'
import { type ConfigFile, type ConfigOptions, defaultConfig, readConfig } from '../config/read.ts'
import { configRule } from '../config/rules.ts'
import { rules as publishRules } from '../rules.ts'
import { ahead } from './ahead.ts'
import { type BookFolder, openFolder } from './folder.ts'
import { ApartParser } from './parse-apart.ts'
import { formatWithoutText } from './not-text.ts'
import { readNamed, readOptional } from './read-named.ts'
import { loadRule } from './rules.ts'
import { findSources, type Source } from './sources.ts'
import { readThemeDefaults } from './theme.ts'

/** The configuration's file, in the book's folder. */
export const configFile = 'book.yaml'
/** Files that are read at a time. */
const FILES_AHEAD = 16

const peopleFile = 'people.yaml'

/** How notes are to be read. */
export interface ReadOptions {
  /** What every file of notes is, whatever its name. */
  input?: ParseOptions['input']
  /** What titles of plain text are. */
  titles?: ParseOptions['titles']
  /** Called while other threads parse, so that this one has time; not for few notes. */
  meanwhile?: () => void
}

/** Everything that a book's files say, before anything is linked. */
export interface BookNotes extends ConfigFile {
  /** Absolute path of the book's folder. */
  root: string
  folder: BookFolder
  tree: NotesRoot
  /** Files of the notes in the book's order. */
  files: string[]
  /** Files that are left out as drafts. */
  drafts: Set<string>
  people: PersonEntry[]
}

/** Reads and parses the notes of a book's folder or of a single file; throws only where `path` does not exist. */
export async function readBookNotes(
  path: string,
  { input, titles, meanwhile }: ReadOptions = {},
): Promise<BookNotes> {
  const given = resolve(path)
  const isFile = (await stat(given)).isFile()
  const root = isFile ? dirname(given) : given
  const folder = openFolder(root)
  const ruleIds = [...parserRules, ...glossaryRules, ...publishRules].map(({ id }) => id)
  const messages: VFileMessage[] = []

  const title = basename(given).replace(isFile ? /\.[^.]*$/u : /$^/u, '')
  const configBytes = await readOptional(folder, configFile, '“book.yaml” is the configuration', messages)
  const { config, placeOf, ...read } = configBytes
    ? await readThemedConfig(configBytes, { title, ruleIds }, root)
    : { config: defaultConfig(title), placeOf: nowhere, messages: [] }
  messages.push(...read.messages)

  const peopleBytes = await readOptional(folder, peopleFile, '“people.yaml” lists the people', messages)
  const people = peopleBytes ? readPeople(peopleBytes, peopleFile) : { people: [], messages: [] }
  messages.push(...people.messages)

  const found = isFile
    ? { sources: [{ path: basename(given), role: 'book' } satisfies Source], messages: [] }
    : await findSources(folder, { config, placeOf }, configFile)
  messages.push(...found.messages)
  if (!configBytes && !isFile && found.sources.length > 0) {
    messages.push(createMessage(configRule.missing, { file: configFile }))
  }

  const opened: { path: string; notes: OpenNotes }[] = []
  const parser = new ApartParser()
  const readNote = ({ path }: Source): Promise<Uint8Array | undefined> =>
    readNamed(folder, path, `“${path}” is a note`, undefined, path, messages)
  for await (const [source, bytes] of ahead(found.sources, FILES_AHEAD, readNote)) {
    if (!bytes) continue
    const format = formatWithoutText(bytes)
    if (format !== undefined) {
      const reason = `“${source.path}” is ${format}, so it is not read.`
      messages.push(createMessage(loadRule.notText, { reason, file: source.path }))
      continue
    }
    const options: ParseOptions = {
      file: source.path,
      role: source.role,
      people: people.people,
      ...(input && { input }),
      ...(titles && { titles }),
    }
    if (!isPlain(options)) parser.expect(bytes.length)
    const notes = openNotes(bytes, options)
    parser.add(notes.markdown)
    opened.push({ path: source.path, notes })
  }
  const parts: NotesPart[] = []
  for await (const parse of parser.trees(meanwhile)) {
    const { path, notes } = opened[parts.length]!
    const parsed = notes.read(parse)
    parts.push({ path, tree: parsed.tree })
    messages.push(...parsed.messages)
  }
  const { kept, drafts } = withoutDrafts(parts)
  const joined = joinNotes(kept)
  messages.push(...joined.messages)
  const [event, second] = joined.tree.children
  // A book of one event that has no title of its own is called after the event.
  const called = config.title === title && !second ? event?.title : undefined
  return {
    root,
    folder,
    config: called ? { ...config, title: called } : config,
    placeOf,
    messages,
    tree: joined.tree,
    files: found.sources.map((source) => source.path),
    drafts,
    people: people.people,
  }
}

/** book.yaml names the theme, which says what book.yaml does not. */
async function readThemedConfig(
  bytes: Uint8Array,
  options: ConfigOptions,
  root: string,
): Promise<ConfigFile> {
  const file = readConfig(bytes, configFile, options)
  const theme = await readThemeDefaults(file.config.theme, root)
  return theme.page || theme.handout ? readConfig(bytes, configFile, { ...options, theme }) : file
}

const nowhere: ConfigFile['placeOf'] = () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } })

/** Leaves drafts out; an event.md that is a draft takes its folder with it. */
function withoutDrafts(parts: readonly NotesPart[]): { kept: NotesPart[]; drafts: Set<string> } {
  const drafts = new Set<string>()
  const folders = new Set<string>()
  for (const { path, tree } of parts) {
    if (!tree.children.some((event) => event.data?.draft)) continue
    drafts.add(path)
    if (/(?:^|\/)event\.[^/]+$/u.test(path)) folders.add(posix.dirname(path))
  }
  const kept = parts.flatMap(({ path, tree }) => {
    if (drafts.has(path)) return []
    if (folders.has(posix.dirname(path))) {
      drafts.add(path)
      return []
    }
    const children = tree.children.map(withoutDraftSessions)
    // The event that a session's file stands for is gone with its only session.
    const isGone = children.every((event, i) => event.children.length === 0 && tree.children[i] !== event)
    if (!isGone || children.length === 0) return [{ path, tree: { ...tree, children } }]
    drafts.add(path)
    return []
  })
  return { kept, drafts }
}

function withoutDraftSessions(event: Event): Event {
  const children = event.children.filter((child) => !(child.type === 'session' && child.data?.draft))
  return children.length === event.children.length ? event : { ...event, children }
}
