import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { wordKey } from '../fold/word-key.ts'
import type { Place, Term } from '../model.ts'
import { describePlace, located } from '../places.ts'
import { rule } from '../rules.ts'

const katakanaWord = /[\p{sc=Kana}ー]{3,}/gu
/** Places named for each spelling. */
const placesShown = 3

/** How a word is spelled, and where. */
type Spellings = Map<string, Place[]>

/** Gathers the spellings of terms and of words in katakana, to tell where they vary. */
export class SpellingRecord {
  readonly #terms = new Map<Term, Spellings>()
  readonly #words = new Map<string, Spellings>()
  /** The same by each way of writing: folding a word takes longer than finding it. */
  readonly #known = new Map<string, Spellings>()

  addUse(term: Term, spelling: string, place: Place): void {
    addPlace(spellingsOf(this.#terms, term), spelling, place)
  }

  /** Adds the katakana words of a text from which the uses of terms were taken out. */
  addText(text: string, place: Place): void {
    for (const [word] of text.matchAll(katakanaWord)) {
      const spellings = this.#known.get(word) ?? spellingsOf(this.#words, wordKey(word))
      this.#known.set(word, spellings)
      addPlace(spellings, word, place)
    }
  }

  isUsed(term: Term): boolean {
    return this.#terms.has(term)
  }

  /** One diagnostic for each word that is spelled in several ways. */
  messages(): VFileMessage[] {
    const terms = [...this.#terms].map(([term, spellings]) => report(meantAside(term, spellings), spellings))
    const words = [...this.#words.values()].map((spellings) => report([...spellings.keys()], spellings))
    return [...terms, ...words].filter((message) => message !== undefined)
  }
}

function spellingsOf<K>(record: Map<K, Spellings>, key: K): Spellings {
  const spellings = record.get(key) ?? new Map<string, Place[]>()
  record.set(key, spellings)
  return spellings
}

function addPlace(spellings: Spellings, spelling: string, place: Place): void {
  const places = spellings.get(spelling) ?? []
  spellings.set(spelling, places)
  if (places.length <= placesShown) places.push(place)
}

/** The spellings of a term without its aliases, plurals and capitals at the start of a sentence. */
function meantAside(term: Term, spellings: Spellings): string[] {
  const meant = new Set(term.aliases.map(plain))
  const distinct = new Map<string, string>()
  for (const spelling of spellings.keys()) {
    const key = plain(spelling)
    const singular = key.replace(/(?:ies|e?s)$/, '')
    const isPlural = singular !== key && plain(term.term).startsWith(singular)
    if (!meant.has(key) && !isPlural && !distinct.has(key)) distinct.set(key, spelling)
  }
  return [...distinct.values()]
}

/** Without the capital that the start of a sentence gives; composed, since nobody sees the difference. */
function plain(spelling: string): string {
  const composed = spelling.normalize('NFC')
  return /^[A-Z][a-z]/.test(composed) ? composed[0]?.toLowerCase() + composed.slice(1) : composed
}

function report(distinct: string[], spellings: Spellings): VFileMessage | undefined {
  if (distinct.length < 2) return undefined
  const parts = distinct.map((spelling) => {
    const places = spellings.get(spelling) ?? []
    const more = places.length > placesShown ? ' …' : ''
    return `“${spelling}” (${places.slice(0, placesShown).map(describePlace).join(', ')}${more})`
  })
  const reason = `One word is spelled in ${distinct.length} ways: ${parts.join(', ')}.`
  const place = spellings.get(distinct[1] ?? '')?.[0]
  return createMessage(rule['spelling-varies'], { reason, ...located(place) })
}
