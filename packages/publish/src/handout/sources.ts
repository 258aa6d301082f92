import type { Event, Session } from '@notes/parser'
import type { Book } from '../model.ts'

/** What a handout is made of: a session, or an event that has notes of its own and no session. */
export interface HandoutSource {
  /** `id` of the session or event. */
  id: string
  event: Event
  session?: Session
}

/** Everything that gets a handout, in the order of the book. */
export function handoutSources(book: Book): HandoutSource[] {
  return book.tree.children.flatMap((event): HandoutSource[] => {
    const sessions = event.children.filter((child): child is Session => child.type === 'session')
    if (sessions.length > 0) return sessions.map((session) => ({ id: session.id, event, session }))
    const speaks = event.children.some(({ type }) => !['heading', 'yaml', 'toml'].includes(type))
    return speaks ? [{ id: event.id, event }] : []
  })
}
