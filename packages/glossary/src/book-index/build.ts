import {
  createMessage,
  type Event,
  type NotesRoot,
  type Person,
  type Session,
  type TermReference,
} from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { NamingNode } from '../link/link.ts'
import type { BookIndex, IndexEntry, Locator, Place, Term, Tokenizer } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { located, placeOf, type Surroundings, walk } from '../places.ts'
import { readingFor } from '../readings.ts'
import { rule } from '../rules.ts'
import { type Alias, type Named, referencesTo, withoutNeighbours } from './aliases.ts'
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

/** More locators than this are split by event. */
const mostTogether = 10

/** Makes the index of a book out of its tree, linked by `linkTerms` with mode `every`, its terms and its people. */
export function buildIndex(tree: NotesRoot, terms: readonly Term[], options: IndexOptions = {}): IndexResult {
  const messages: VFileMessage[] = []
  const named: Named[] = []
  const { uses, talks, order, surroundings } = readTree(tree)
  const headwordOf = headwords(terms)
  for (const term of terms) {
    const locators = [...(uses.get(term.id) ?? [])]
    for (const { nodeId } of term.places) {
      const around = nodeId === undefined ? undefined : surroundings.get(nodeId)
      if (around) locators.push(locatorOf(around, true))
    }
    const entry: IndexEntry = {
      kind: 'term',
      id: term.id,
      heading: term.term,
      locators: inOrder(locators, order),
    }
    const others = new Set(term.see?.map(headwordOf))
    if (others.size > 0) entry[term.definition ? 'seeAlso' : 'see'] = [...others]
    setReading(entry, term.reading, options.tokenizer)
    if (entry.readingGuessed) messages.push(guessed(entry, term.places[0]))
    if (locators.length === 0 && !entry.see) continue
    named.push({ entry, aliases: aliasesOf(term) })
  }
  for (const person of peopleEntries(options.people, talks, options.tokenizer)) {
    if (person.entry.readingGuessed) messages.push(guessed(person.entry, person.place))
    named.push(person)
  }
  const entries = named.map(({ entry }) => entry)
  for (const entry of entries) splitByEvent(entry, tree)
  const references = referencesTo(named)
  // A guess is not reported: what matters is found under the headword, whose reading is asked for.
  for (const { entry, reading } of references) setReading(entry, reading, options.tokenizer)
  const groups = withoutNeighbours(groupEntries([...entries, ...references.map(({ entry }) => entry)]))
  return { index: { groups }, messages }
}

function aliasesOf({ aliases, aliasReadings = {} }: Term): Alias[] {
  return aliases.map((name) => ({
    name,
    reading: Object.hasOwn(aliasReadings, name) ? aliasReadings[name] : undefined,
  }))
}

/** A reference may name a term by any of its names, and leads to where its places are. */
function headwords(terms: readonly Term[]): (name: string) => string {
  const headings = new Map<string, string>()
  for (const { term } of terms) headings.set(nameKey(term), term)
  for (const { term, aliases } of terms) {
    for (const alias of aliases) {
      const key = nameKey(alias)
      if (!headings.has(key)) headings.set(key, term)
    }
  }
  return (name) => headings.get(nameKey(name)) ?? name
}

/** The talks of one name. */
interface Talks {
  person: Person
  locators: Locator[]
  place: Place
}

/** What one walk over the tree finds. */
interface Findings {
  uses: Map<string, Locator[]>
  talks: Map<string, Talks>
  /** Place of each target in the book's order. */
  order: Map<string, number>
  surroundings: Map<string, Surroundings>
}

function readTree(tree: NotesRoot): Findings {
  const found: Findings = { uses: new Map(), talks: new Map(), order: new Map(), surroundings: new Map() }
  const addUse = (termId: string, locator: Locator): void => {
    const locators = found.uses.get(termId) ?? []
    found.uses.set(termId, locators)
    locators.push(locator)
  }
  walk(tree, (node, around) => {
    const isContainer = node.type === 'event' || node.type === 'session' || node.type === 'section'
    if (node.type === 'termReference') {
      const { termId, data } = node as TermReference
      const locator = locatorOf(around, false, data?.id)
      found.order.set(locator.targetId, found.order.get(locator.targetId) ?? found.order.size)
      addUse(termId, locator)
    } else if (isContainer) {
      found.order.set(containerId(around), found.order.size)
      found.surroundings.set(containerId(around), around)
      for (const termId of (node as NamingNode).data?.titleTerms ?? [])
        addUse(termId, locatorOf(around, false))
    }
    if (node.type !== 'event' && node.type !== 'session') return
    for (const person of (node as Event | Session).speakers ?? []) {
      const key = nameKey(person.name)
      const talk = found.talks.get(key) ?? {
        person,
        locators: [],
        place: placeOf(person.position ? { ...node, position: person.position } : node, around),
      }
      talk.locators.push(locatorOf(around, true))
      found.talks.set(key, talk)
    }
  })
  return found
}

/** Each target once, bold if any of its locators is, in the book's order. */
function inOrder(locators: readonly Locator[], order: ReadonlyMap<string, number>): Locator[] {
  const byTarget = new Map<string, Locator>()
  for (const locator of locators) {
    const primary = locator.primary || (byTarget.get(locator.targetId)?.primary ?? false)
    byTarget.set(locator.targetId, { ...locator, primary })
  }
  const placeIn = (locator: Locator): number => order.get(locator.targetId) ?? 0
  return [...byTarget.values()].sort((a, b) => placeIn(a) - placeIn(b))
}

function splitByEvent(entry: IndexEntry, tree: NotesRoot): void {
  if (entry.locators.length <= mostTogether) return
  const byEvent = tree.children.flatMap(({ id, title }) => {
    const locators = entry.locators.filter((locator) => locator.eventId === id)
    return locators.length > 0 ? [{ eventId: id, title, locators }] : []
  })
  if (byEvent.length > 1) entry.byEvent = byEvent
}

function peopleEntries(
  people: IndexOptions['people'],
  talks: ReadonlyMap<string, Talks>,
  tokenizer: Tokenizer | undefined,
): (Named & { place: Place | undefined })[] {
  const all: readonly IndexPerson[] =
    people ?? [...talks.values()].map(({ person }, index) => ({ ...person, id: `person-${index + 1}` }))
  return all.flatMap((person) => {
    const known = new Set([person.name, ...(person.aliases ?? []), person.handle ?? ''].map(nameKey))
    const own = [...talks].filter(([name]) => known.has(name)).map(([, talk]) => talk)
    const locators = own.flatMap((talk) => talk.locators)
    if (locators.length === 0) return []
    const entry: IndexEntry = { kind: person.kind, id: person.id, heading: person.name, locators }
    setReading(entry, person.reading, tokenizer)
    const names: Alias[] = [...(person.aliases ?? []), person.handle ?? ''].map((name) => ({ name }))
    return [{ entry, aliases: names, place: own[0]?.place }]
  })
}

function setReading(entry: IndexEntry, reading: string | undefined, tokenizer: Tokenizer | undefined): void {
  const found = readingFor(entry.heading, reading, tokenizer)
  if (found.reading !== undefined) entry.reading = found.reading
  if (found.guessed) entry.readingGuessed = true
}

function guessed(entry: IndexEntry, place: Place | undefined): VFileMessage {
  const reason = `“${entry.heading}” is sorted by the guessed reading “${entry.reading}”.`
  return createMessage(rule['guessed-reading'], { reason, ...located(place) })
}

function containerId(around: Surroundings): string {
  return (around.section ?? around.session ?? around.event).id
}

function locatorOf(around: Surroundings, primary: boolean, targetId = containerId(around)): Locator {
  const { event, session } = around
  return { targetId, primary, eventId: event.id, ...(session && { sessionId: session.id }) }
}
