import type { IndexEntry, IndexGroup } from '../model.ts'
import { nameKey } from '../name-key.ts'

/** A main entry of the index and the other names of what it stands for. */
export interface Named {
  entry: IndexEntry
  aliases: readonly Alias[]
}

export interface Alias {
  name: string
  reading?: string | undefined
}

/** An entry that only refers, before its place in the index is known. */
export interface Reference {
  entry: IndexEntry
  reading: string | undefined
}

/**
 * An entry for each other name, which refers to the entry that holds the places; one for a name that several have.
 * Spellings that differ in width, case, long vowels or ・ are one name, and a name that has an entry of its own gets
 * none, nor do names of what has no places: the reference would lead nowhere.
 */
export function referencesTo(named: readonly Named[]): Reference[] {
  const taken = new Set(named.map(({ entry }) => keyOf(entry.heading)))
  const references = new Map<string, Reference>()
  for (const { entry, aliases } of named) {
    if (entry.locators.length === 0) continue
    for (const { name, reading } of aliases) {
      const key = keyOf(name)
      if (key === '' || taken.has(key)) continue
      const known = references.get(key)?.entry.see
      if (known?.includes(entry.heading)) continue
      if (known) known.push(entry.heading)
      else {
        const { kind, id, heading } = entry
        const reference: IndexEntry = { kind, id, heading: name, alias: true, see: [heading], locators: [] }
        references.set(key, { entry: reference, reading })
      }
    }
  }
  return [...references.values()]
}

/**
 * Leaves out references beside the very entry that they lead to, as who finds the one sees the other, and the second
 * of two that are read alike (取り決め, 取決め) or differ in number (service, services).
 */
export function withoutNeighbours(groups: readonly IndexGroup[]): IndexGroup[] {
  return groups.flatMap(({ label, entries }) => {
    const kept = entries.filter(
      (entry, at) =>
        !isBeside(entries, at, -1) && !isBeside(entries, at, 1) && !isSameReference(entry, entries[at - 1]),
    )
    return kept.length > 0 ? [{ label, entries: kept }] : []
  })
}

/** Whether nothing but references to the same entry stand between an entry and the one that it leads to. */
function isBeside(entries: readonly IndexEntry[], at: number, step: 1 | -1): boolean {
  const { alias, see = [] } = entries[at] as IndexEntry
  if (!alias || see.length > 1) return false
  let next = at + step
  while (entries[next]?.alias && targetsOf(entries[next]) === see[0]) next += step
  return entries[next]?.heading === see[0]
}

function isSameReference(entry: IndexEntry, other: IndexEntry | undefined): boolean {
  if (!entry.alias || !other?.alias || targetsOf(entry) !== targetsOf(other)) return false
  if (entry.reading !== undefined) return entry.reading === other.reading
  return keyOf(entry.heading) === `${keyOf(other.heading)}s`
}

function targetsOf(entry: IndexEntry | undefined): string | undefined {
  return entry?.see?.join('\n')
}

/** `@hanako` and `hanako` are one name. */
function keyOf(name: string): string {
  return nameKey(name.replace(/^@/u, ''))
}
