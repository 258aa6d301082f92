/** Builders of small trees, for tests that need no parser. */
import type { Event, Person, Section, Session } from '@notes/parser'
import type { Element, ElementContent, Nodes } from 'hast'
import type { BlockContent, Heading, PhrasingContent } from 'mdast'
import * as v from 'valibot'
import { type BookConfig, bookSchema } from '../../src/config/schema.ts'
import type { Book } from '../../src/model.ts'

export function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

export function heading(depth: Heading['depth'], ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children }
}

export function paragraph(...children: (PhrasingContent | string)[]): BlockContent {
  return {
    type: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  }
}

export function section(id: string, title: string, depth: number, ...children: unknown[]): Section {
  const rank = Math.min(depth + 2, 6) as Heading['depth']
  return { type: 'section', id, title, depth, children: [heading(rank, text(title)), ...children] as never }
}

export function session(id: string, title: string, ...children: unknown[]): Session {
  return {
    type: 'session',
    id,
    title,
    speakers: [],
    urls: [],
    slides: [],
    children: [heading(2, text(title)), ...children] as never,
    data: { file: `events/01-event/${id}.md` },
  }
}

export function event(id: string, title: string, ...children: unknown[]): Event {
  return {
    type: 'event',
    id,
    title,
    dates: [],
    urls: [],
    children: [heading(1, text(title)), ...children] as never,
    data: { file: 'events/01-event/event.md' },
  }
}

export function person(name: string, more: Partial<Person> = {}): Person {
  return { kind: 'person', name, affiliations: [], bio: [], urls: [], ...more }
}

export function config(more: Record<string, unknown> = {}): BookConfig {
  return v.parse(bookSchema, { title: '会議の記録', ...more }) as BookConfig
}

export function book(events: Event[], more: Partial<Book> = {}): Book {
  return {
    config: config(),
    tree: { type: 'notesRoot', children: events },
    front: [],
    back: [],
    terms: [],
    index: { groups: [] },
    people: [],
    messages: [],
    ...more,
  }
}

/** All elements below a node that the test accepts. */
export function findAll(node: Nodes | ElementContent, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return []
  const own = node.type === 'element' && test(node) ? [node] : []
  return [...own, ...node.children.flatMap((child) => findAll(child as Nodes, test))]
}
