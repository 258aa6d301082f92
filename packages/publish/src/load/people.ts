import type { NotesRoot, Person, PersonEntry, Session } from '@notes/parser'
import type { PersonRecord } from '../model.ts'

/** Gathers the people of a book: those of people.yaml, then speakers in the order in which they appear. */
export function gatherPeople(tree: NotesRoot, entries: readonly PersonEntry[]): PersonRecord[] {
  const gathering = new Gathering()
  for (const entry of entries) gathering.addEntry(entry)
  for (const event of tree.children) {
    for (const child of event.children) {
      if (child.type === 'session') for (const person of child.speakers) gathering.addSpeaker(person, child)
    }
  }
  return gathering.people
}

class Gathering {
  readonly people: PersonRecord[] = []
  readonly #byName = new Map<string, PersonRecord>()
  readonly #ids = new Set<string>()

  addEntry({ name, reading, aliases = [], affiliation, url, kind = 'person' }: PersonEntry): void {
    const record = this.#find([name, ...aliases]) ?? this.#create(name, kind, aliases)
    record.reading ??= reading
    record.url ??= url
    record.handle ??= aliases.find((alias) => alias.startsWith('@'))
    unite(record.aliases, aliases)
    if (affiliation !== undefined) unite(record.affiliations, [affiliation])
    this.#remember(record)
  }

  addSpeaker(person: Person, session: Session): void {
    const names = [person.name, ...(person.handle === undefined ? [] : [person.handle])]
    const record = this.#find(names) ?? this.#create(person.name, person.kind, [])
    record.reading ??= person.reading
    record.handle ??= person.handle
    record.url ??= person.urls[0]?.url
    unite(record.affiliations, person.affiliations)
    unite(record.bio, person.bio)
    unite(record.sessionIds, [session.id])
    if (fold(person.name) !== fold(record.name)) unite(record.aliases, [person.name])
    this.#remember(record)
  }

  #create(name: string, kind: PersonRecord['kind'], aliases: readonly string[]): PersonRecord {
    const id = this.#idFor([name, ...aliases])
    const record: PersonRecord = { id, kind, name, aliases: [], affiliations: [], bio: [], sessionIds: [] }
    this.people.push(record)
    return record
  }

  /** From a name or handle in ASCII, else a number; stable as long as the people before stay. */
  #idFor(names: readonly string[]): string {
    const slugs = names.map((name) =>
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, ''),
    )
    const latin = names.findIndex((name, i) => /^[\x20-\x7e]+$/u.test(name) && slugs[i] !== '')
    const base = `person-${latin >= 0 ? slugs[latin] : this.people.length + 1}`
    let id = base
    for (let n = 2; this.#ids.has(id); n += 1) id = `${base}-${n}`
    this.#ids.add(id)
    return id
  }

  #find(names: readonly string[]): PersonRecord | undefined {
    for (const name of names) {
      const found = this.#byName.get(fold(name))
      if (found) return found
    }
    return undefined
  }

  #remember(record: PersonRecord): void {
    for (const name of [
      record.name,
      ...record.aliases,
      ...(record.handle === undefined ? [] : [record.handle]),
    ]) {
      if (!this.#byName.has(fold(name))) this.#byName.set(fold(name), record)
    }
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/^@/u, '').replaceAll(/\s+/gu, '')
}

function unite(list: string[], more: readonly string[]): void {
  for (const item of more) if (!list.includes(item)) list.push(item)
}
