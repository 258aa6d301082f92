import { isKatakana } from './characters.ts'
import { foldKatakana } from './katakana.ts'

/**
 * A text with what does not tell words apart taken out: width, case, the kind of quotes, spellings of
 * loanwords; spaces, hyphens and ・ are left out, and stand as gaps between `ends[i - 1]` and `starts[i]`.
 */
export interface Folded {
  text: string
  /** Offset in the source of each UTF-16 unit of `text`. */
  starts: number[]
  /** Where the source of each unit ends. */
  ends: number[]
  /** Indexes of the units behind which a long vowel was left out. */
  longs: ReadonlySet<number>
}

/** What a UTF-16 unit becomes by itself: a unit, or one of these. */
const leftOut = 0xffff
const needsContext = 0
const unseen = 0xfffe
/** Filled as characters are met: most of the 65,536 never are. */
const table = new Uint16Array(0x10000).fill(unseen)

const gapPattern =
  /[\s\-\u00ad\u2010-\u2013\u2212\u200b\u2060\ufeff・·･]|\p{Variation_Selector}|\p{Join_Control}/u
const clusterPattern = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*/uy
const combiningPattern = /[\p{M}\uff9e\uff9f]/u
const quotes: Record<string, string> = {
  ...Object.fromEntries([...'’‘`´′ʼ'].map((quote) => [quote, "'"])),
  ...Object.fromEntries([...'“”″'].map((quote) => [quote, '"'])),
}

/** Folds a text, keeping where each piece of it came from. Takes time linear in its length. */
export function fold(source: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  const longs = new Set<number>()
  /** The folded text, unit by unit: a string that grows and is looked at would be copied again and again. */
  const units: string[] = []
  /** Count of katakana before this place in their run. */
  let run = 0
  let wasVu = false
  for (let at = 0; at < source.length;) {
    const unit = source.charCodeAt(at)
    let simple = table[unit] ?? needsContext
    if (simple === unseen) simple = table[unit] = foldUnit(unit)
    const isTypedLong = isDash(unit) && isLongVowelAt(source, at)
    if (simple !== needsContext && !isTypedLong && !isFollowedByMark(source, at)) {
      if (simple === leftOut || isVersionSlash(source, at)) {
        at++
        continue
      }
      units.push(String.fromCharCode(simple))
      starts.push(at)
      ends.push(++at)
      run = 0
      continue
    }
    const isPlain = isPlainKatakana(unit) && !isFollowedByMark(source, at)
    const end = isPlain ? at + 1 : endOfCluster(source, at)
    const cluster = isPlain ? source.charAt(at) : source.slice(at, end).normalize('NFKC')
    for (const character of isTypedLong ? 'ー' : cluster) {
      if (!isKatakana(character.charCodeAt(0))) {
        run = 0
        wasVu = false
        const folded = quotes[character] ?? character.toLowerCase()
        for (let unit = 0; unit < folded.length; unit++) {
          units.push(folded.charAt(unit))
          starts.push(at)
          ends.push(end)
        }
        continue
      }
      const step = foldKatakana(character, run > 0 ? units.slice(-Math.min(run, 2)).join('') : '', wasVu)
      wasVu = character === 'ヴ'
      run++
      if (step.previous !== undefined) {
        units.pop()
        units.push(...step.previous)
        if (step.previous === '') {
          starts.pop()
          ends.pop()
        }
        for (let added = 1; added < step.previous.length; added++) {
          starts.push(at)
          ends.push(end)
        }
      }
      if (step.isLong) longs.add(units.length - 1)
      if (step.add === '') ends[ends.length - 1] = end
      else {
        units.push(step.add)
        starts.push(at)
        ends.push(end)
      }
    }
    at = end
  }
  return { text: units.join(''), starts, ends, longs }
}

/** Folded katakana that does not depend on the character behind it. */
const steadyKatakana = /^[ア-ヂツ-ヲンァィゥェォッャュョー]$/u

/** The first unit of the folded text, NaN where that is empty; without folding the rest, if that is possible. */
export function foldFirst(source: string): number {
  const unit = source.charCodeAt(0)
  let simple = table[unit] ?? needsContext
  if (simple === unseen) simple = table[unit] = foldUnit(unit)
  if (!isFollowedByMark(source, 0)) {
    if (simple !== needsContext && simple !== leftOut) return simple
    if (isPlainKatakana(unit) && steadyKatakana.test(source[0] ?? '')) return unit
  }
  return fold(source).text.charCodeAt(0)
}

/** Folds one unit that needs no neighbour: to a unit, `leftOut`, or `needsContext`. */
function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit)
  if (gapPattern.test(character)) return leftOut
  if (isKatakana(unit) || (unit >= 0xd800 && unit <= 0xdfff) || combiningPattern.test(character)) {
    return needsContext
  }
  const folded = quotes[character] ?? character.normalize('NFKC').toLowerCase()
  if (folded.length !== 1 || isKatakana(folded.charCodeAt(0))) return needsContext
  return gapPattern.test(folded) ? leftOut : folded.charCodeAt(0)
}

/** Hyphens, dashes and the minus sign, which some type for ー. */
function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212
}

/**
 * Whether a dash stands for ー: behind a single katakana, サ−バ−, デ-タ. No piece of a word with hyphens is so short,
 * while a longer one may well be: マイクロ-サービス.
 */
function isLongVowelAt(source: string, at: number): boolean {
  return /[ァ-ヴ]/.test(source[at - 1] ?? '') && !isKatakana(source.charCodeAt(at - 2))
}

/** Katakana of full width, which NFKC leaves as it is. */
function isPlainKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fc
}

function isFollowedByMark(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1)
  // The first combining mark is U+0300; those of kana are U+3099 and U+309A.
  if (next < 0x300 || (next >= 0x3000 && next !== 0x3099 && next !== 0x309a && next < 0xa66f)) return false
  return combiningPattern.test(source[at + 1] ?? '')
}

function endOfCluster(source: string, at: number): number {
  clusterPattern.lastIndex = at
  const match = clusterPattern.exec(source)
  return match ? at + match[0].length : at + 1
}

/** `HTTP/3` is HTTP3: a slash between a Latin letter and a digit. */
function isVersionSlash(source: string, at: number): boolean {
  const unit = source.charCodeAt(at)
  if (unit !== 0x2f && unit !== 0xff0f) return false
  return /[A-Za-zＡ-Ｚａ-ｚ]/.test(source[at - 1] ?? '') && /[0-9０-９]/.test(source[at + 1] ?? '')
}
