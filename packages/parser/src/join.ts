import type { VFileMessage } from 'vfile-message'
import { createIdMaker } from './ids.ts'
import type { Event, NotesRoot, Section } from './nodes.ts'
import type { ParseResult } from './parse.ts'

/** One file of a book's folder. */
export interface NotesPart {
  /** Path relative to the book's folder, with forward slashes. */
  path: string
  tree: NotesRoot
}

/**
 * Makes one notes tree of the files of a book, in the order given. The given trees are not changed.
 *
 * Sessions of a file without an event's title join the event of the same folder; ids are made unique.
 */
export function joinNotes(parts: readonly NotesPart[]): ParseResult {
  const events: Event[] = []
  const messages: VFileMessage[] = []
  const byFolder = new Map<string, Event>()
  for (const { path, tree } of parts) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    for (const event of tree.children) {
      const host = byFolder.get(folder)
      if (host && isUntitled(event)) {
        host.children.push(...event.children)
      } else {
        const copy: Event = { ...event, children: [...event.children] }
        events.push(copy)
        byFolder.set(folder, copy)
      }
    }
  }
  return { tree: { type: 'notesRoot', children: uniqueIds(events) }, messages }
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
    if (node.type === 'session')
      return { ...node, id: outer.get(node), children: node.children.map(copy) } as T
    if (node.type === 'section')
      return { ...node, id: makeId(node.id), children: (node as Section).children.map(copy) }
    return node
  }
  return events.map((event) => ({ ...event, id: outer.get(event)!, children: event.children.map(copy) }))
}
