import type { Event, NotesRoot, Session } from '@notes/parser'
import { wordKey } from '../fold/word-key.ts'
import { flowOf } from '../link/flow.ts'
import { isFlow } from '../link/replace.ts'
import { createTermLinker } from '../linker.ts'
import type { Place, Term, Tokenizer } from '../model.ts'
import { placeOf, walk } from '../places.ts'
import { readingFor } from '../readings.ts'
import { type Candidate, findCandidates } from './candidates.ts'

export interface SuggestOptions {
  tokenizer: Tokenizer
  /** Candidates used less often are left out; 2 where it is absent. */
  leastCount?: number
  /** How many are proposed at most; 50 where it is absent. */
  limit?: number
}

/** A word that the notes use often and do not define. */
export interface Suggestion {
  /** In the spelling used most. */
  term: string
  /** In katakana; guessed by the tokenizer. */
  reading?: string
  count: number
  /** In how many sessions and events. */
  sessions: number
  places: Place[]
  /** What the order goes by; greater is better. */
  score: number
}

interface Tally {
  spellings: Map<string, number>
  count: number
  containers: Set<string>
  places: Place[]
  weight: number
}

/**
 * Proposes terms: words of katakana, Latin names and compounds of nouns that the notes use often and the glossary
 * does not have, the best first. Words that stand only inside longer proposals are left out.
 */
export function suggestTerms(tree: NotesRoot, terms: readonly Term[], options: SuggestOptions): Suggestion[] {
  const { tokenizer, leastCount = 2, limit = 50 } = options
  const linker = createTermLinker(terms, { tokenizer })
  const people = namesOf(tree)
  const tallies = new Map<string, Tally>()
  walk(tree, (node, around) => {
    if (around.section?.role === 'members') return false
    if (!isFlow(node)) return true
    const { text } = flowOf(node)
    const known = linker.find(text)
    for (const candidate of findCandidates(text, tokenizer)) {
      if (known.some((match) => match.start < candidate.end && candidate.start < match.end)) continue
      const key = wordKey(candidate.text)
      if (people.has(key)) continue
      addTo(tallies, key, candidate, placeOf(node, around), (around.session ?? around.event).id)
    }
    return false
  })
  const suggestions = [...tallies]
    .filter(([key, tally]) => tally.count >= leastCount && !isOnlyInside(key, tally, tallies))
    .map(([, tally]) => suggestionOf(tally, tokenizer))
  suggestions.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
  return suggestions.slice(0, limit)
}

/** Names and handles of the speakers. */
function namesOf(tree: NotesRoot): Set<string> {
  const names = new Set<string>()
  walk(tree, (node) => {
    if (node.type !== 'event' && node.type !== 'session') return node.type !== 'section'
    for (const { name, handle } of (node as Event | Session).speakers ?? []) {
      names.add(wordKey(name))
      if (handle) names.add(wordKey(handle))
    }
    return true
  })
  return names
}

function addTo(
  tallies: Map<string, Tally>,
  key: string,
  candidate: Candidate,
  place: Place,
  container: string,
): void {
  const tally = tallies.get(key) ?? {
    spellings: new Map<string, number>(),
    count: 0,
    containers: new Set<string>(),
    places: [],
    weight: candidate.weight,
  }
  tallies.set(key, tally)
  tally.count++
  tally.spellings.set(candidate.text, (tally.spellings.get(candidate.text) ?? 0) + 1)
  tally.containers.add(container)
  tally.places.push(place)
}

/** A part of compounds that is hardly ever used by itself. */
function isOnlyInside(key: string, tally: Tally, tallies: Map<string, Tally>): boolean {
  for (const [other, { count }] of tallies) {
    if (other.length > key.length && other.includes(key) && count >= tally.count) return true
  }
  return false
}

function suggestionOf(tally: Tally, tokenizer: Tokenizer): Suggestion {
  const [term] = [...tally.spellings].reduce((best, next) => (next[1] > best[1] ? next : best))
  const { reading } = readingFor(term, undefined, tokenizer)
  // Longer words and words of several sessions say more than a word that one session repeats.
  const score =
    tally.weight * tally.count * Math.log2(1 + [...term].length) * Math.sqrt(tally.containers.size)
  return {
    term,
    ...(reading !== undefined && { reading }),
    count: tally.count,
    sessions: tally.containers.size,
    places: tally.places,
    score: Math.round(score * 100) / 100,
  }
}
