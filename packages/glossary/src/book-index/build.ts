import { createMessage, type NotesRoot, type Person, type TermReference } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { BookIndex, IndexEntry, Locator, Term, Tokenizer } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { located, type Surroundings, walk } from '../places.ts'
import { readingFor } from '../readings.ts'
import { rule } from '../rules.ts'
import { groupEntries } from './groups.ts'

/** Someone of people.yaml, or gathered from the sessions. */
export interface IndexPerson {
  id: string
  kind: 'person' | 'organization'
  name: string
  reading?: string
  aliases?: string[]
  handle?: string
}

export interface IndexOptions {
  people?: readonly IndexPerson[]
  /** Guesses readings that nobody gave. */
  tokenizer?: Tokenizer
}

export interface IndexResult {
  index: BookIndex
  messages: VFileMessage[]
}

/** Makes the index of a book out of its tree, linked by `linkTerms` with mode `every`, its terms and its people. */
export function buildIndex(tree: NotesRoot, terms: readonly Term[], options: IndexOptions = {}): IndexResult {
  const entries: IndexEntry[] = []
  const messages: VFileMessage[] = []
  const uses = new Map<string, Locator[]>()
  const talks = new Map<string, { person: Person; locators: Locator[] }>()
  walk(tree, (node, around) => {
    if (node.type === 'termReference') {
      const { termId, data } = node as TermReference
      const locator = { targetId: data?.id ?? containerId(around), primary: false, ...idsOf(around) }
      uses.set(termId, [...(uses.get(termId) ?? []), locator])
    }
    if (node.type !== 'session') return
    for (const person of around.session?.speakers ?? []) {
      const name = nameKey(person.name)
      const talk = talks.get(name) ?? { person, locators: [] }
      talk.locators.push({ targetId: containerId(around), primary: true, ...idsOf(around) })
      talks.set(name, talk)
    }
  })
  const eventOf = eventsByNode(tree)
  for (const term of terms) {
    const locators = uses.get(term.id) ?? []
    for (const { nodeId } of term.places) {
      const ids = nodeId === undefined ? undefined : eventOf.get(nodeId)
      if (nodeId !== undefined && ids) locators.push({ targetId: nodeId, primary: true, ...ids })
    }
    const entry: IndexEntry = { kind: 'term', id: term.id, heading: term.term, locators }
    const related = term.see?.length ? [...term.see] : undefined
    if (related) entry[term.definition ? 'seeAlso' : 'see'] = related
    setReading(entry, term.reading, options.tokenizer)
    if (entry.readingGuessed) messages.push(guessed(entry, located(term.places[0])))
    if (locators.length > 0 || entry.see) entries.push(entry)
  }
  for (const entry of peopleEntries(options.people, talks, options.tokenizer)) {
    if (entry.readingGuessed) messages.push(guessed(entry, {}))
    entries.push(entry)
  }
  return { index: { groups: groupEntries(entries) }, messages }
}

function peopleEntries(
  people: IndexOptions['people'],
  talks: Map<string, { person: Person; locators: Locator[] }>,
  tokenizer: Tokenizer | undefined,
): IndexEntry[] {
  const known =
    people ?? [...talks.values()].map(({ person }, index) => ({ ...person, id: `person-${index + 1}` }))
  return known.flatMap((person: IndexPerson) => {
    const names = new Set([person.name, ...(person.aliases ?? []), person.handle ?? ''].map(nameKey))
    const locators = [...talks].filter(([name]) => names.has(name)).flatMap(([, talk]) => talk.locators)
    if (locators.length === 0) return []
    const entry: IndexEntry = { kind: person.kind, id: person.id, heading: person.name, locators }
    setReading(entry, person.reading, tokenizer)
    return [entry]
  })
}

function setReading(entry: IndexEntry, reading: string | undefined, tokenizer: Tokenizer | undefined): void {
  const found = readingFor(entry.heading, reading, tokenizer)
  if (found.reading !== undefined) entry.reading = found.reading
  if (found.guessed) entry.readingGuessed = true
}

function guessed(entry: IndexEntry, place: ReturnType<typeof located>): VFileMessage {
  const reason = `“${entry.heading}” is sorted by the guessed reading “${entry.reading}”.`
  return createMessage(rule['guessed-reading'], { reason, ...place })
}

/** The event and session of every event, session and section. */
function eventsByNode(tree: NotesRoot): Map<string, Pick<Locator, 'eventId' | 'sessionId'>> {
  const found = new Map<string, Pick<Locator, 'eventId' | 'sessionId'>>()
  walk(tree, (node, around) => {
    if (node.type === 'event' || node.type === 'session' || node.type === 'section') {
      found.set(containerId(around), idsOf(around))
    }
  })
  return found
}

function containerId(around: Surroundings): string {
  return (around.section ?? around.session ?? around.event).id
}

function idsOf(around: Surroundings): Pick<Locator, 'eventId' | 'sessionId'> {
  return { eventId: around.event.id, ...(around.session && { sessionId: around.session.id }) }
}
