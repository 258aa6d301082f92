import { fold, foldFirst, type Folded } from './fold/fold.ts'
import { wordKey } from './fold/word-key.ts'
import { compounds as defaultCompounds } from './lexicon/compounds.ts'
import { type Hit, Matcher } from './match/dictionary.ts'
import { areGapsAllowed, gapsOf } from './match/gaps.ts'
import { isJapaneseWord, type JapaneseContext } from './match/japanese.ts'
import { isCaseAllowed, isLatinEnd, isLatinStart, numberVariants, pluralLength } from './match/latin.ts'
import { areLongVowelsAllowed } from './match/long-vowels.ts'
import { findMasks, isMasked, type Range } from './match/mask.ts'
import { findSpread, maySound, okuriganaVariants, readingOf, skeletonOf } from './match/okurigana.ts'
import { Segments } from './match/segments.ts'
import type { TermInput, TermMatch, Tokenizer } from './model.ts'

export interface TermLinkerOptions {
  /** Decides where script rules cannot; it is asked for doubtful boundaries only. */
  tokenizer: Tokenizer
  /** Words in which no shorter term is linked; a list of lexicalised compounds where it is absent. */
  compounds?: readonly string[]
}

/** Finds terms in plain text. */
export interface TermLinker<T extends TermInput = TermInput> {
  /** Every occurrence, leftmost and longest first, none overlapping another. */
  find(text: string): TermMatch<T>[]
}

/** Longer terms are nobody's words, and are left out. */
export const longestTerm = 200

/** A way of writing a term, or a word that hides shorter terms. */
interface Entry<T> extends Spelling<T> {
  /** Folded indexes before which the surface has a space, hyphen or ・. */
  gaps: number[]
  longs: ReadonlySet<number>
  /** For a spelling with less okurigana, the one that it must sound like. */
  soundsLike?: string
}

/** A surface as the author of the glossary gives it. */
interface Spelling<T> {
  term?: T
  surface: string
  /** For `not:`, the term that is not meant. */
  hides?: T | 'shorter'
}

/** A term of two kanji that may be written with more okurigana. */
interface SpreadTerm<T> {
  term: T
  skeleton: string
  surface: string
}

/** Makes a linker for terms; empty terms and those of more than 200 characters are left out. */
export function createTermLinker<T extends TermInput>(
  terms: readonly T[],
  options: TermLinkerOptions,
): TermLinker<T> {
  /** By first kanji; filled with the matcher's bucket of that kanji. */
  const spread = new Map<number, SpreadTerm<T>[]>()
  const matcher = new Matcher<Spelling<T>, Entry<T>>((spelling) => {
    const { term, surface } = spelling
    const entries = [entryOf(spelling)]
    if (term) {
      for (const variant of okuriganaVariants(surface))
        entries.push(entryOf({ term, surface: variant }, surface))
      for (const variant of numberVariants(surface)) entries.push(entryOf({ term, surface: variant }))
      const skeleton = skeletonOf(surface)
      const first = surface.charCodeAt(0)
      if (skeleton) spread.set(first, [...(spread.get(first) ?? []), { term, skeleton, surface }])
    }
    return entries
  })
  const add = (spelling: Spelling<T>): void => {
    if (spelling.surface.length > longestTerm) return
    const first = foldFirst(spelling.surface)
    if (!Number.isNaN(first)) matcher.add(first, spelling)
  }
  for (const term of terms) {
    add({ term, surface: term.term })
    for (const surface of term.aliases ?? []) add({ term, surface })
    for (const surface of term.not ?? []) add({ hides: term, surface })
  }
  for (const surface of options.compounds ?? defaultCompounds) add({ hides: 'shorter', surface })

  const isTerm = (piece: string): boolean =>
    matcher.get(fold(piece).text).some((entry) => entry.term && wordKey(entry.surface) === wordKey(piece))

  const find = (text: string): TermMatch<T>[] => {
    const folded = fold(text)
    const hits = matcher.find(folded.text)
    if (hits.length === 0 && spread.size === 0) return []
    const candidates: Candidate<T>[] = []
    const masks = findMasks(text)
    const context: JapaneseContext = { text, segments: new Segments(text, options.tokenizer), isTerm }
    const hidden = hiddenRanges(hits, folded)
    for (const hit of hits) {
      for (const entry of hit.entries) {
        const range = entry.term && rangeOf(hit, entry, folded, context, masks)
        if (!range || !entry.term || isHidden(hidden, range, entry.term)) continue
        if (entry.soundsLike && !maySound(entry.surface, entry.soundsLike, options.tokenizer)) continue
        const isAlias = entry.surface !== entry.term.term.normalize('NFKC')
        candidates.push({ start: range[0], end: range[1], term: entry.term.term, isAlias })
      }
    }
    for (const { start, end, word } of spread.size > 0 ? findSpread(text, spread) : []) {
      if (isHidden(hidden, [start, end], word.term) || !isJapaneseWord(context, start, end)) continue
      const reading = readingOf(word.surface, options.tokenizer)
      if (!reading || readingOf(text.slice(start, end), options.tokenizer) !== reading) continue
      candidates.push({ start, end, term: word.term.term, isAlias: true })
    }
    return leftmostLongest(candidates)
  }
  return { find }
}

function entryOf<T>(spelling: Spelling<T>, soundsLike?: string): { key: string; entry: Entry<T> } {
  const folded = fold(spelling.surface)
  const surface = spelling.surface.normalize('NFKC')
  const entry: Entry<T> = { ...spelling, surface, gaps: gapsOf(folded), longs: folded.longs }
  return { key: folded.text, entry: soundsLike === undefined ? entry : { ...entry, soundsLike } }
}

/** The source range of a hit that is a whole word; undefined for any other. */
function rangeOf<T extends TermInput>(
  hit: Hit<Entry<T>>,
  entry: Entry<T>,
  folded: Folded,
  context: JapaneseContext,
  masks: Range[],
): Range | undefined {
  const { text } = context
  const start = folded.starts[hit.start] ?? 0
  let end = folded.ends[hit.end - 1] ?? 0
  // Half of a character that folds to two is not a hit.
  if (folded.starts[hit.start - 1] === start || folded.ends[hit.end] === end) return undefined
  if (isMasked(masks, start, end)) return undefined
  if (!areLongVowelsAllowed(folded, hit.start, hit.end, entry.longs)) return undefined
  if (!areGapsAllowed(text, folded, hit.start, hit.end, entry.gaps)) return undefined
  const found = text.slice(start, end)
  if (!isCaseAllowed(found, entry.surface)) return undefined
  end += pluralLength(text, end, found.normalize('NFKC'), entry.surface)
  if (!isLatinStart(text, start, entry.surface) || !isLatinEnd(text, end, entry.surface)) return undefined
  return isJapaneseWord(context, start, end) ? [start, end] : undefined
}

/** Ranges in which terms are hidden: all that are shorter, or one. */
function hiddenRanges<T extends TermInput>(
  hits: Hit<Entry<T>>[],
  folded: Folded,
): { range: Range; hides: T | 'shorter' }[] {
  return hits.flatMap((hit) =>
    hit.entries.flatMap(({ hides }) =>
      hides
        ? [{ range: [folded.starts[hit.start] ?? 0, folded.ends[hit.end - 1] ?? 0] as Range, hides }]
        : [],
    ),
  )
}

function isHidden<T>(
  hidden: { range: Range; hides: T | 'shorter' }[],
  [start, end]: Range,
  term: T,
): boolean {
  return hidden.some(({ range, hides }) => {
    if (start < range[0] || end > range[1]) return false
    return hides === 'shorter' ? end - start < range[1] - range[0] : hides === term
  })
}

interface Candidate<T extends TermInput> extends TermMatch<T> {
  isAlias: boolean
}

/** What is left when each match shuts out what overlaps it; a term comes before an alias of another. */
function leftmostLongest<T extends TermInput>(candidates: Candidate<T>[]): TermMatch<T>[] {
  candidates.sort((a, b) => a.start - b.start || b.end - a.end || Number(a.isAlias) - Number(b.isAlias))
  const matches: TermMatch<T>[] = []
  let free = 0
  for (const { start, end, term } of candidates) {
    if (start < free) continue
    matches.push({ start, end, term })
    free = end
  }
  return matches
}
