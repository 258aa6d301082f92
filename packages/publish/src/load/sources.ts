import { createMessage, type FileRole } from '@notes/parser'
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { ConfigFile } from '../config/read.ts'
import { didYouMean } from '../config/nearest.ts'
import { type BookFolder, type Entry, normalisePath } from './folder.ts'
import { loadRule } from './rules.ts'

/** A file of notes and what it is. */
export interface Source {
  path: string
  role: FileRole
}

const notes = /\.(?:md|markdown|txt)$/iu
const eventFile = /^event\.(?:md|markdown|txt)$/iu
/** Documents that someone may have meant as notes; anything else beside the notes is their own affair. */
const documents = /\.(?:docx?|odt|rtf|rst|org|adoc|html?|tex)$/iu
/** Files of a repository that are no notes. */
const aside = /^(?:readme|license|licence|changelog|contributing)\b/iu

/** Finds the files of notes in the book's order: those that book.yaml lists, else `events/`, else the folder's own. */
export async function findSources(
  folder: BookFolder,
  { config, placeOf }: Pick<ConfigFile, 'config' | 'placeOf'>,
  configFile: string,
): Promise<{ sources: Source[]; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const sources: Source[] = []
  if (config.events) {
    for (const [index, entry] of config.events.entries()) {
      const at = (...path: (string | number)[]) => placeOf(['events', index, ...path])
      const path = normalisePath(entry.path)
      const found = path === undefined ? 'outside' : await eventSources(folder, path, messages)
      if (found === 'outside' || found === 'missing') {
        const rule = found === 'outside' ? loadRule.outside : loadRule.missingFile
        const reason = `events[${index}].path names “${entry.path}”, which ${found === 'outside' ? 'leads out of the book’s folder' : 'does not exist'}.`
        messages.push(createMessage(rule, { reason, place: at('path'), file: configFile }))
        continue
      }
      sources.push(...choose(found, entry, at, configFile, messages))
    }
    return { sources, messages }
  }
  const events = await folder.list('events')
  if (events) {
    for (const entry of events) {
      const path = `events/${entry.name}`
      const found = await eventSources(folder, path, messages, entry)
      if (typeof found !== 'string') sources.push(...found)
    }
    return { sources, messages }
  }
  const matter = new Set([...config.front, ...config.back].map((path) => normalisePath(path)))
  const isOwn = (path: string): boolean =>
    notes.test(path) && !aside.test(posix.basename(path)) && !matter.has(path)
  for (const { name, kind } of (await folder.list('.')) ?? []) {
    if (kind === 'folder') {
      const inside = (await folder.list(name)) ?? []
      const unread = inside.filter((entry) => entry.kind === 'file' && isOwn(`${name}/${entry.name}`))
      if (unread.length > 0) messages.push(unreadFolder(name, unread.length))
    } else if (isOwn(name)) sources.push({ path: name, role: 'book' })
  }
  return { sources, messages }
}

function unreadFolder(path: string, count: number): VFileMessage {
  const files = count === 1 ? 'one file' : `${count} files`
  const reason = `“${path}” holds ${files} of notes, which are not read: events stand under “events”.`
  return createMessage(loadRule.unreadFolder, { reason, file: path })
}

/** The files of one event: a folder's event.md and sessions, or a file that holds everything. */
async function eventSources(
  folder: BookFolder,
  path: string,
  messages: VFileMessage[],
  known?: Entry,
): Promise<Source[] | 'missing'> {
  const entries = known?.kind === 'file' ? undefined : await folder.list(path)
  if (entries) {
    const files = entries.filter(
      ({ kind, name }) => kind === 'file' && reportDocument(`${path}/${name}`, messages),
    )
    const named = files
      .map(({ name }) => name)
      .filter((name) => notes.test(name) && !/^readme\b/iu.test(name))
    const sorted = [
      ...named.filter((name) => eventFile.test(name)),
      ...named.filter((name) => !eventFile.test(name)),
    ]
    return sorted.map((name) => ({
      path: `${path}/${name}`,
      role: eventFile.test(name) ? 'event' : 'session',
    }))
  }
  if (known?.kind === 'folder') {
    const reason = `“${path}” is a folder that leads out of the book’s folder or cannot be read; its notes are left out.`
    messages.push(createMessage(loadRule.outside, { reason, file: path }))
    return []
  }
  if (known ? !reportDocument(path, messages) : (await folder.read(path)).kind === 'missing') return 'missing'
  return notes.test(path) || !known ? [{ path, role: 'book' }] : []
}

/** Reports a document that is no note; false where it is one. */
function reportDocument(path: string, messages: VFileMessage[]): boolean {
  if (!documents.test(path)) return true
  const reason = `“${path}” is neither Markdown nor plain text, so it is not read.`
  messages.push(createMessage(loadRule.ignoredFile, { reason, file: path }))
  return false
}

function choose(
  sources: readonly Source[],
  { include, exclude }: { include?: readonly string[] | undefined; exclude: readonly string[] },
  placeOf: (...path: (string | number)[]) => ReturnType<ConfigFile['placeOf']>,
  file: string,
  messages: VFileMessage[],
): Source[] {
  const sessions = sources.filter(({ role }) => role !== 'event')
  const pick = (names: readonly string[], key: 'include' | 'exclude'): Source[] =>
    names.flatMap((name, index) => {
      const found = sessions.find(({ path }) => [posix.basename(path), stem(path)].includes(name))
      if (found) return [found]
      const known = sessions.map(({ path }) => posix.basename(path))
      const reason = `${key} names “${name}”, but the event has no such session.${didYouMean(name, known)}`
      messages.push(createMessage(loadRule.missingFile, { reason, place: placeOf(key, index), file }))
      return []
    })
  const out = new Set(pick(exclude, 'exclude'))
  const chosen = include ? new Set(pick(include, 'include')) : sessions
  return [...sources.filter(({ role }) => role === 'event'), ...chosen].filter((source) => !out.has(source))
}

function stem(path: string): string {
  return posix.basename(path).replace(notes, '')
}
