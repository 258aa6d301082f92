import type { Heading, PhrasingContent } from 'mdast'
import type {
  Action,
  Answer,
  Event,
  NotesRoot,
  Point,
  Question,
  Ruby,
  Section,
  Session,
  TermDefinition,
  TermReference,
  Verbatim,
} from './nodes.ts'

/** Fields of a node beside those that its builder takes. */
type Fields<T> = Partial<Omit<T, 'type' | 'children'>>

export function buildNotesRoot(children: Event[] = []): NotesRoot {
  return { type: 'notesRoot', children }
}

/** An event with its heading; without a title it has none. */
export function buildEvent(
  id: string,
  title: string,
  children: Event['children'] = [],
  fields?: Fields<Event>,
): Event {
  return {
    type: 'event',
    id,
    title,
    dates: [],
    urls: [],
    ...fields,
    children: [...heading(title, 1), ...children],
  }
}

/** A session with its heading; without a title it has none. */
export function buildSession(
  id: string,
  title: string,
  children: Session['children'] = [],
  fields?: Fields<Session>,
): Session {
  const all: Session['children'] = [...heading(title, 2), ...children]
  return { type: 'session', id, title, speakers: [], urls: [], slides: [], ...fields, children: all }
}

/** A section with its heading. `depth` is 1 in a session or event, more in a section; the heading is two deeper. */
export function buildSection(
  id: string,
  title: string,
  children: Section['children'] = [],
  fields?: Fields<Section>,
): Section {
  const depth = fields?.depth ?? 1
  return {
    type: 'section',
    id,
    title,
    ...fields,
    depth,
    children: [...heading(title, depth + 2), ...children],
  }
}

export function buildPoint(children: Point['children'] = [], fields?: Fields<Point>): Point {
  return { type: 'point', spread: false, ...fields, children }
}

export function buildQuestion(children: Question['children'] = [], fields?: Fields<Question>): Question {
  return { type: 'question', ...fields, children }
}

export function buildAnswer(children: Answer['children'] = [], fields?: Fields<Answer>): Answer {
  return { type: 'answer', ...fields, children }
}

export function buildTermDefinition(
  term: string,
  children: TermDefinition['children'] = [],
  fields?: Fields<TermDefinition>,
): TermDefinition {
  return { type: 'termDefinition', aliases: [], ...fields, term, children }
}

export function buildTermReference(
  termId: string,
  children: PhrasingContent[] = [],
  fields?: Fields<TermReference>,
): TermReference {
  return { type: 'termReference', ...fields, termId, children }
}

export function buildAction(children: Action['children'] = [], fields?: Fields<Action>): Action {
  return { type: 'action', ...fields, children }
}

/** `readings`: one for the whole base, or one for each of its characters. */
export function buildRuby(base: string, readings: string[], fields?: Fields<Ruby>): Ruby {
  return { type: 'ruby', ...fields, readings, children: [{ type: 'text', value: base }] }
}

export function buildVerbatim(syntax: string, value: string, fields?: Fields<Verbatim>): Verbatim {
  return { type: 'verbatim', ...fields, syntax, value }
}

function heading(title: string, depth: number): Heading[] {
  if (!title) return []
  return [{ type: 'heading', depth: Math.min(6, depth) as 1, children: [{ type: 'text', value: title }] }]
}
