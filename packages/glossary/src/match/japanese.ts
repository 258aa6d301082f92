import { isKatakana, scriptOf } from '../fold/characters.ts'
import {
  boundKatakana,
  changingKatakanaSuffixes,
  keepingSuffixes,
  negatingPrefixes,
} from '../lexicon/affixes.ts'
import type { Segments, Word } from './segments.ts'

/** Particles before kanji, and behind it, that no okurigana looks like. */
const particlesBefore = /[のをはがにでとへもや]/u
const particlesAfter = /[をはのへとも、]/u
const particlesAfterTwo = /[がでに]/u
/** No word begins with these. */
const impossibleStart = /^[ァィゥェォャュョヮッーン]/u
/** Katakana that stand by themselves have so many characters at least, unless they are numbers. */
const shortestIndependent = 3
/** Two pieces of so many characters do not make up a longer word by chance. */
const longUnknown = 4
/** Nor does a shorter one beside a term as long as this. */
const veryLong = 6

/** Longer runs of katakana are no compounds. */
const longestRun = 100

export interface JapaneseContext {
  text: string
  segments: Segments
  /** Whether a piece of katakana is a term itself. */
  isTerm: (surface: string) => boolean
}

/** Whether the kana and kanji at both edges of a hit leave it a word of its own. */
export function isJapaneseWord(context: JapaneseContext, start: number, end: number): boolean {
  return !isNegated(context, start) && areEdgesFree(context, start, end) && isNoun(context, start, end)
}

function areEdgesFree(context: JapaneseContext, start: number, end: number): boolean {
  const { text } = context
  const [first, last] = [scriptOf(text.charCodeAt(start)), scriptOf(text.charCodeAt(end - 1))]
  const before = scriptOf(text.charCodeAt(start - 1))
  const after = scriptOf(text.charCodeAt(end))
  const hasKatakanaBefore = first === 'katakana' && before === 'katakana'
  const hasKatakanaAfter = last === 'katakana' && after === 'katakana'
  if ((hasKatakanaBefore || hasKatakanaAfter) && !isKatakanaWord(context, start, end)) return false
  // 値 in 期待値 is a suffix: one kanji among others is not the word.
  if (end - start === 1 && first === 'kanji' && (before === 'kanji' || after === 'kanji')) return false
  if (
    isDoubtfulStart(text, start, end) &&
    !context.segments.around(start).some((word) => word.start === start)
  ) {
    return false
  }
  if (last === 'katakana' && changingKatakanaSuffixes.has(text[end] ?? '')) {
    return !context.segments.around(end).some((word) => word.start === end && word.posDetail === '接尾')
  }
  return !isDoubtfulEnd(text, start, end) || isWordEnd(context, end)
}

/** Parts of speech with which no term of hiragana begins: どう|か|な is not かな. */
const functionWords = new Set(['助詞', '助動詞', '感動詞', '接続詞'])

/** Whether a hit that ends in hiragana is a noun here: not a particle, and no verb (呼び出し|た). */
function isNoun(context: JapaneseContext, start: number, end: number): boolean {
  const { text, segments } = context
  if (scriptOf(text.charCodeAt(end - 1)) !== 'hiragana') return true
  const words = segments.around(start)
  const first = words.find((word) => word.start === start)
  if (scriptOf(text.charCodeAt(start)) === 'hiragana' && functionWords.has(first?.pos ?? '')) return false
  const last = words.find((word) => word.end === end)
  if (last?.pos !== '動詞') return true
  const next = words.find((word) => word.start === end)
  // 去年を振り返り、…: the verb goes on in the next clause.
  if (text[start - 1] === 'を' && (!next || next.pos === '記号')) return false
  if (next?.pos === '動詞') return /^[するしさせ]/u.test(next.surface)
  if (next?.pos !== '助動詞' && next?.posDetail !== '接続助詞') return true
  // で and だ follow a verb only behind ん and い (読んで, 泳いで): 振り返り|で is a noun with a particle.
  return /^[でだ]/u.test(next.surface) && !/[んい]$/u.test(text.slice(start, end))
}

function isDoubtfulStart(text: string, start: number, end: number): boolean {
  const first = scriptOf(text.charCodeAt(start))
  const before = scriptOf(text.charCodeAt(start - 1))
  if (first === 'hiragana') return before === 'hiragana' || before === 'kanji' || before === 'katakana'
  if (first !== 'kanji') return false
  if (before === 'hiragana') return end - start === 1 || !particlesBefore.test(text[start - 1] ?? '')
  return before === 'kanji'
}

function isDoubtfulEnd(text: string, start: number, end: number): boolean {
  const last = scriptOf(text.charCodeAt(end - 1))
  const next = text[end] ?? ''
  const after = scriptOf(text.charCodeAt(end))
  if (last === 'hiragana') return after === 'hiragana' || after === 'kanji'
  // サボる, ググった: verbs made of katakana.
  if (last === 'katakana') return /[るっりろ]/u.test(next)
  if (last !== 'kanji') return false
  if (after === 'kanji') return true
  if (after !== 'hiragana') return false
  return !particlesAfter.test(next) && !(end - start > 1 && particlesAfterTwo.test(next))
}

function isWordEnd(context: JapaneseContext, end: number): boolean {
  const { text } = context
  const words = context.segments.around(end - 1)
  if (!words.some((word) => word.end === end)) return false
  const next = words.find((word) => word.start === end)
  if (!next || next.surface === '主義') return !next
  if (next.posDetail !== '接尾' || keepingSuffixes.has(next.surface)) return true
  // 振り返り|会, 申し込み|書: a noun made of a verb stays itself before a suffix, but for who does it (取り扱い|者).
  const isVerbalNoun = scriptOf(text.charCodeAt(end - 1)) === 'hiragana'
  return (
    isVerbalNoun && scriptOf(text.charCodeAt(end)) === 'kanji' && !changingKatakanaSuffixes.has(next.surface)
  )
}

/** 非|決定性 is the opposite of the term. 有無|テスト is not. */
function isNegated(context: JapaneseContext, start: number): boolean {
  const { text } = context
  if (!negatingPrefixes.has(text[start - 1] ?? '')) return false
  if (scriptOf(text.charCodeAt(start - 2)) !== 'kanji') return true
  return context.segments.around(start - 1).some((word) => word.start === start - 1)
}

/** Whether the rest of the run of katakana around a hit are words too. */
function isKatakanaWord(context: JapaneseContext, start: number, end: number): boolean {
  const { text, segments } = context
  let runStart = start
  while (start - runStart <= longestRun && isKatakana(text.charCodeAt(runStart - 1))) runStart--
  let runEnd = end
  while (runEnd - end <= longestRun && isKatakana(text.charCodeAt(runEnd))) runEnd++
  if (runEnd - runStart > longestRun || impossibleStart.test(text.slice(end, runEnd))) return false
  if (start > runStart && text[start - 1] === 'ッ') return false
  // プラグ|イン: the bound piece is no word of its own beside another.
  if (boundKatakana.has(text.slice(start, end))) return false
  const words = segments.around(start)
  const inRun = words.filter((word) => word.start < runEnd && word.end > runStart)
  const isCutHere =
    (start === runStart || inRun.some((word) => word.start === start)) &&
    (end === runEnd || inRun.some((word) => word.end === end))
  if (isCutHere) return areNeighboursFree(inRun, start, end) && !isOneVerb(words, runStart, runEnd)
  const crossed = inRun.filter(
    (word) => (word.start < start && word.end > start) || (word.start < end && word.end > end),
  )
  // A word of the dictionary is right about its own edges; an unknown one is whatever stood in a row.
  if (crossed.some((word) => word.known !== false) && inRun.every((word) => word.known !== false))
    return false
  const pieces = [text.slice(runStart, start), text.slice(end, runEnd)]
  return pieces.every((piece) => isIndependent(context, piece, end - start))
}

function areNeighboursFree(inRun: Word[], start: number, end: number): boolean {
  return inRun.every((word) => (word.end !== start && word.start !== end) || isFree(word, end - start))
}

/** Whether a word beside a term leaves the term a word: not a bound piece, nor a short name that is there by chance. */
function isFree({ surface, posDetail }: Word, termLength: number): boolean {
  if (surface.length < 2 || boundKatakana.has(surface) || impossibleStart.test(surface)) return false
  // アマ|ゾーン, ツール|バー: two short pieces are cut by chance, or make one word.
  return surface.length >= shortestIndependent || (termLength >= longUnknown && posDetail !== '固有名詞')
}

/** バイオ|レート|する: what ends in a noun that makes no verb, and is one, is one word. */
function isOneVerb(words: Word[], runStart: number, runEnd: number): boolean {
  const last = words.find((word) => word.end === runEnd)
  const next = words.find((word) => word.start === runEnd)
  if (!last || !next || last.start === runStart) return false
  return (
    last.known === true &&
    last.posDetail === '一般' &&
    next.pos === '動詞' &&
    /^[するしさせ]/u.test(next.surface)
  )
}

/**
 * Whether a piece of a run of katakana is made of whole words: terms, words that the dictionary knows, or an
 * unknown word so long, beside a term so long, that they do not meet by chance.
 */
function isIndependent(context: JapaneseContext, piece: string, termLength: number): boolean {
  if (piece === '' || context.isTerm(piece)) return true
  if (impossibleStart.test(piece)) return false
  for (let cut = 2; cut <= piece.length - 2; cut++) {
    const [head, tail] = [piece.slice(0, cut), piece.slice(cut)]
    if (context.isTerm(tail) && isKnown(context, head, termLength)) return true
    if (context.isTerm(head) && isKnown(context, tail, termLength)) return true
  }
  return (
    isKnown(context, piece, termLength) ||
    (piece.length >= (termLength >= veryLong ? shortestIndependent : longUnknown) &&
      termLength >= longUnknown &&
      !hasBound(context, piece))
  )
}

function hasBound(context: JapaneseContext, piece: string): boolean {
  return (
    boundKatakana.has(piece) || context.segments.cut(piece).some((word) => boundKatakana.has(word.surface))
  )
}

/** Whether a piece is made of words that the dictionary knows; beside a long term, short common nouns count too. */
function isKnown(context: JapaneseContext, piece: string, termLength: number): boolean {
  if (impossibleStart.test(piece)) return false
  const isIndependentWord = ({ surface, posDetail, known }: Word): boolean => {
    if (context.isTerm(surface)) return true
    if (known === false || boundKatakana.has(surface)) return false
    if (surface.length >= shortestIndependent || posDetail === '数') return true
    return surface.length > 1 && termLength >= longUnknown && posDetail !== '固有名詞'
  }
  return context.segments.cut(piece).every(isIndependentWord)
}
