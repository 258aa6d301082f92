import { isKatakana } from '../fold/characters.ts'
import { findMasks, isMasked } from '../match/mask.ts'
import { Segments, type Word } from '../match/segments.ts'
import type { Tokenizer } from '../model.ts'

/** A word or compound that could be a term. */
export interface Candidate {
  text: string
  start: number
  end: number
  /** How much this kind of word speaks for itself. */
  weight: number
}

/** Words that no general dictionary has, and compounds, are likelier terms than words that everyone knows. */
const weights = { unknown: 2, compound: 1.5, acronym: 2, name: 1.5, known: 0.5 }

/** Nouns of these kinds are no part of a compound. */
const looseNouns = new Set(['代名詞', '非自立', '数', '副詞可能', '特殊', '接続詞的', '動詞非自立的'])
const latinPattern =
  /(?<![A-Za-z])(?:[A-Z][A-Za-z0-9+#]*(?:[-/. ](?:[A-Z][A-Za-z0-9+#]*|\d+))*|[a-z]+[A-Z][A-Za-z0-9]*)/gu
/** Latin words of notes that are marks of something else. */
const latinNoise = /^(?:[A-Z]|[QA]\d*|OK|NG|No|URL|PDF|[A-Z]\d?|Who|What|Why|How|When|Where)$/u
const shortestKatakana = 3
const shortestCompound = 3

/** The candidates of a text, in its order; parts of compounds are not given by themselves. */
export function findCandidates(text: string, tokenizer: Tokenizer): Candidate[] {
  const masks = findMasks(text)
  const segments = new Segments(text, tokenizer)
  const candidates: Candidate[] = []
  for (let at = 0; at < text.length;) {
    const words = segments.around(at)
    for (const run of nounRuns(words, text)) {
      const candidate = candidateOf(run, text)
      if (candidate) candidates.push(candidate)
    }
    at = Math.max(words.at(-1)?.end ?? 0, at + 1)
  }
  for (const match of text.matchAll(latinPattern)) {
    const [word] = match
    const end = match.index + word.length
    if (latinNoise.test(word) || candidates.some((other) => other.start < end && match.index < other.end))
      continue
    const weight = /[A-Z].*[A-Z]/.test(word) ? weights.acronym : weights.name
    candidates.push({ text: word, start: match.index, end, weight })
  }
  return candidates.filter(({ start, end }) => !isMasked(masks, start, end)).sort((a, b) => a.start - b.start)
}

/** Rows of nouns without anything between them. */
function nounRuns(words: readonly Word[], text: string): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  for (const word of words) {
    const isNoun =
      word.pos === '名詞' && !looseNouns.has(word.posDetail ?? '') && /[\p{L}\p{N}]/u.test(word.surface)
    if (isNoun && (run.length === 0 || run.at(-1)?.end === word.start)) run.push(word)
    else {
      runs.push(run)
      run = isNoun ? [word] : []
    }
  }
  runs.push(run)
  return runs.filter((nouns) => nouns.length > 0 && nouns[0]?.posDetail !== '接尾' && text.length > 0)
}

function candidateOf(run: readonly Word[], text: string): Candidate | undefined {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return undefined
  const word = text.slice(first.start, last.end)
  const candidate = { text: word, start: first.start, end: last.end }
  if (!/[\p{sc=Han}\p{sc=Kana}]/u.test(word)) return undefined
  if (run.length > 1) {
    // 週次 and 全員 are a noun and its ending, no compound.
    const isCompound =
      run.filter((noun) => noun.posDetail !== '接尾').length > 1 && word.length >= shortestCompound
    return isCompound ? { ...candidate, weight: weights.compound } : undefined
  }
  const isKatakanaWord = [...word].every((letter) => isKatakana(letter.charCodeAt(0)))
  if (!isKatakanaWord || word.length < shortestKatakana) return undefined
  return { ...candidate, weight: first.known ? weights.known : weights.unknown }
}
