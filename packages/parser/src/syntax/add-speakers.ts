import type { Position } from 'unist'
import type { Event, Person, Session } from '../nodes.ts'
import { infer } from './inferred.ts'

/** A name as it is compared: compatibility forms, lower case, no spaces, no `@`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s@・]/g, '')
}

/** Speakers by every folded name and handle of theirs. */
export class SpeakerIndex {
  readonly #byKey = new Map<string, Person>()

  /** The entry that names the same speaker: by the handle where both have one, else by any name. */
  find(person: Person): Person | undefined {
    for (const key of keysOf(person)) {
      const known = this.#byKey.get(key)
      if (!known) continue
      if (!known.handle || !person.handle || foldName(known.handle) === foldName(person.handle)) return known
    }
    return undefined
  }

  add(person: Person): void {
    for (const key of keysOf(person)) if (!this.#byKey.has(key)) this.#byKey.set(key, person)
  }
}

function keysOf({ name, handle }: Person): string[] {
  return handle === undefined ? [foldName(name)] : [foldName(handle), foldName(name)]
}

const indexes = new WeakMap<readonly Person[], SpeakerIndex>()

/** Puts what a second mention of a speaker says into the first. */
export function mergePerson(into: Person, from: Person): void {
  into.reading ??= from.reading
  into.handle ??= from.handle
  into.honorific ??= from.honorific
  // A handle stands in for a name only until a name is found.
  if (into.handle && into.name === into.handle.slice(1) && from.name !== from.handle?.slice(1))
    into.name = from.name
  for (const field of ['affiliations', 'bio'] as const) {
    for (const fact of from[field]) if (!into[field].includes(fact)) into[field].push(fact)
  }
  for (const url of from.urls) if (!into.urls.some((known) => known.url === url.url)) into.urls.push(url)
  for (const key of ['reading', 'handle', 'honorific'] as const) if (into[key] === undefined) delete into[key]
}

/**
 * Adds speakers to a session, or to an event for what stands outside of its sessions; a person who is there
 * already only gains facts.
 */
export function addSpeakers(
  owner: Event | Session,
  people: readonly Person[],
  rule: string,
  position?: Position,
): void {
  if (!people.length) return
  const speakers = (owner.speakers ??= [])
  const index = indexes.get(speakers) ?? new SpeakerIndex()
  indexes.set(speakers, index)
  for (const person of people) {
    const known = index.find(person)
    if (known) mergePerson(known, person)
    else speakers.push(position ? { ...person, position } : person)
    index.add(known ?? speakers.at(-1)!)
  }
  infer(owner, 'speakers', rule)
}
