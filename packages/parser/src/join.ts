import type { VFileMessage } from 'vfile-message'
import { createIdMaker } from './ids.ts'
import { createMessage } from './message.ts'
import type { Event, NotesRoot } from './nodes.ts'
import type { ParseResult } from './parse.ts'
import { rule } from './rules.ts'

/** One file of a book's folder. */
export interface NotesPart {
  /** Path relative to the book's folder, with forward slashes. */
  path: string
  tree: NotesRoot
}

/**
 * Makes one notes tree of the files of a book, in the order given. The given trees are not changed.
 *
 * Sessions of a file without an event's title join the event of the same folder, wherever its file stands in the
 * order; ids are made unique.
 */
export function joinNotes(parts: readonly NotesPart[]): ParseResult {
  const events: Event[] = []
  const hosts = new Map<string, Event>()
  for (const { path, tree } of parts) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    for (const event of tree.children) {
      const host = hosts.get(folder)
      if (host && isUntitled(event)) host.children.push(...event.children)
      else if (host && isUntitled(host)) {
        // Its sessions came first.
        const sessions = host.children
        Object.assign(host, event, { children: [...event.children, ...sessions] })
      } else {
        const copy: Event = { ...event, children: [...event.children] }
        events.push(copy)
        hosts.set(folder, copy)
      }
    }
  }
  return {
    tree: { type: 'notesRoot', children: uniqueIds(events) },
    messages: [...events.flatMap(missingTitle), ...duplicateIds(events)],
  }
}

/** Says which ids given in front matter are taken by another front matter. */
function duplicateIds(events: readonly Event[]): VFileMessage[] {
  const first = new Map<string, string>()
  const messages: VFileMessage[] = []
  for (const node of [...events, ...events.flatMap(({ children }) => children)]) {
    if (node.type !== 'event' && node.type !== 'session') continue
    const frontMatter = node.children.find(({ type }) => type === 'yaml' || type === 'toml')
    if (!frontMatter || !('value' in frontMatter) || !/^["']?id["']?\s*[:=]/m.test(frontMatter.value))
      continue
    const file = node.data?.file
    const other = first.get(node.id.toLowerCase())
    first.set(node.id.toLowerCase(), other ?? file ?? '')
    if (other === undefined) continue
    const reason = `The id “${node.id}” is taken by ${other ? `“${other}”` : 'an earlier note'}, so this one gets a number.`
    messages.push(
      createMessage(rule.duplicateId, {
        reason,
        place: frontMatter.position,
        ...(file !== undefined && { file }),
      }),
    )
  }
  return messages
}

/** Says where the sessions of a folder have no event. */
function missingTitle(event: Event): VFileMessage[] {
  if (!isUntitled(event)) return []
  const file =
    event.children[0]?.data && 'file' in event.children[0].data ? event.children[0].data.file : undefined
  return [createMessage(rule.missingEvent, typeof file === 'string' ? { file } : {})]
}

/** The event that a session's file stands for. */
function isUntitled(event: Event): boolean {
  return event.title === '' && event.children.every((child) => child.type === 'session')
}

/** Copies of the nodes with ids; events take their ids first, then sessions, as links point to these. */
function uniqueIds(events: Event[]): Event[] {
  const makeId = createIdMaker()
  const outer = new Map(
    [...events, ...events.flatMap((event) => event.children.filter((child) => child.type === 'session'))].map(
      (node) => [node, makeId(node.id)] as const,
    ),
  )
  const copy = <T extends Event['children'][number]>(node: T): T => {
    if (node.type === 'session') return { ...node, id: outer.get(node), children: node.children.map(copy) }
    if (node.type === 'section') return { ...node, id: makeId(node.id), children: node.children.map(copy) }
    return node
  }
  return events.map((event) => ({ ...event, id: outer.get(event)!, children: event.children.map(copy) }))
}
