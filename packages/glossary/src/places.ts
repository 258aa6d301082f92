import type { Event, NotesRoot, Section, Session, TermDefinition } from '@notes/parser'
import type { Node, Parent, Position } from 'unist'
import type { Place } from './model.ts'

/** What stands around a node. */
export interface Surroundings {
  file?: string
  event: Event
  session?: Session
  section?: Section
  definition?: TermDefinition
}

/** Calls `visit` for every node below the root in the book's order; a visit that returns false skips the children. */
export function walk(tree: NotesRoot, visit: (node: Node, around: Surroundings) => boolean | void): void {
  const enter = (node: Node, around: Surroundings): void => {
    if (visit(node, around) === false || !('children' in node)) return
    for (const child of (node as Parent).children) enter(child, surroundingsOf(child, around))
  }
  for (const event of tree.children) enter(event, surroundingsOf(event, { event }))
}

function surroundingsOf(node: Node, around: Surroundings): Surroundings {
  switch (node.type) {
    case 'event':
      return { event: node as Event, ...fileOf(node as Event) }
    case 'session':
      return { event: around.event, session: node as Session, ...(fileOf(node as Session) ?? fileOf(around)) }
    case 'section':
      return { ...around, section: node as Section }
    case 'termDefinition':
      return { ...around, definition: node as TermDefinition }
    default:
      return around
  }
}

function fileOf(node: Event | Session | Surroundings): { file: string } | undefined {
  const file = 'type' in node ? node.data?.file : node.file
  return file === undefined ? undefined : { file }
}

/** The place of a node as terms and diagnostics keep it. */
export function placeOf(node: Node, around: Surroundings): Place {
  const place: Place = { nodeId: (around.section ?? around.session ?? around.event).id }
  if (around.file !== undefined) place.file = around.file
  if (node.position) place.position = node.position
  return place
}

/** A place in words: `notes.md:3:1`. */
export function describePlace(place: Place): string {
  const start = place.position?.start
  const where = start ? `${start.line}:${start.column}` : ''
  return [place.file ?? (where ? 'line' : 'the notes'), where].filter(Boolean).join(':')
}

/** A place as `createMessage` takes it. */
export function located(place: Place | undefined): { file?: string; place?: Position } {
  return {
    ...(place?.file !== undefined && { file: place.file }),
    ...(place?.position && { place: place.position }),
  }
}
