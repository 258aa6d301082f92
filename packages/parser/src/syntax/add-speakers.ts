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

/** Whether two entries name one speaker. */
function isSame(one: Person, other: Person): boolean {
  if (one.handle && other.handle) return foldName(one.handle) === foldName(other.handle)
  const names = new Set([one.name, one.handle ?? one.name].map(foldName))
  return names.has(foldName(other.name)) || names.has(foldName(other.handle ?? other.name))
}

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
  for (const person of people) {
    const known = speakers.find((speaker) => isSame(speaker, person))
    if (known) mergePerson(known, person)
    else speakers.push(position ? { ...person, position } : person)
  }
  infer(owner, 'speakers', rule)
}
