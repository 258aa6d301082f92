import { isDigit, scriptOf } from '../fold/characters.ts'
import { englishWords } from '../lexicon/english-words.ts'

/** Terms of so few Latin letters stand only as they are written: `C`, `Go`, `AI`. */
const shortLatin = 2
const hyphenPattern = /[-‐‑]/
const latinTermPattern = /^[\p{Script=Latin}\p{N}\s'’.+#/&_-]+$/u

/** Whether the characters before a hit let its first Latin letter or digit begin a word. */
export function isLatinStart(text: string, start: number, surface: string): boolean {
  const first = text.charCodeAt(start)
  if (scriptOf(first) !== 'word') return true
  const before = text.charCodeAt(start - 1)
  if (Number.isNaN(before)) return true
  if (scriptOf(before) === 'word') return isJoinedScript(before)
  const mark = text[start - 1] ?? ''
  if (/[@＠#$]/.test(mark)) return false
  // Neither `.NET` nor `Node.js` is about its second half.
  if (mark === '.') {
    // Behind Japanese a stop may end a sentence, but `.json` is the ending of files.
    const isEnding = /[a-z]/.test(text[start] ?? '') && !/^[a-z]/.test(surface)
    return isJapanese(text.charCodeAt(start - 2)) && !isDigit(first) && !isEnding
  }
  if (mark === ',' && isDigit(first)) return !isDigit(text.charCodeAt(start - 2))
  if (hyphenPattern.test(mark)) return isHyphenEdge(text, start - 2, start, surface)
  return mark !== '&' || surface.length > shortLatin
}

/** The same behind the hit. */
export function isLatinEnd(text: string, end: number, surface: string): boolean {
  const last = text.charCodeAt(end - 1)
  const after = text.charCodeAt(end)
  if (Number.isNaN(after)) return true
  if (scriptOf(last) !== 'word') return true
  if (scriptOf(after) === 'word' && !isJoinedScript(after)) return false
  const mark = text[end] ?? ''
  const next = text[end + 1] ?? ''
  if (mark === '+' || mark === '#') return surface.length > shortLatin && next !== mark
  if (mark === '.' || (mark === ',' && isDigit(last))) {
    // Node.js is not Node, TLS1.3 is not TLS1; but a sentence may end without a space behind it.
    return !(isDigit(last) ? /[0-9０-９]/ : /[a-z0-9]/).test(next)
  }
  if (hyphenPattern.test(mark)) return isHyphenEdge(text, end + 1, end - 1, surface)
  return mark !== '&' || surface.length > shortLatin
}

function isJapanese(unit: number): boolean {
  const script = scriptOf(unit)
  return script === 'kanji' || script === 'hiragana' || script === 'katakana'
}

/** Hangul puts its particles right behind a word. */
function isJoinedScript(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3
}

/**
 * A hyphen between the hit and another Latin word: `DNS-over-HTTPS` is about both; `aws-cli` is a command,
 * `vpc-12345` a name, and one or two letters at a hyphen are a part of the word.
 */
function isHyphenEdge(text: string, other: number, edge: number, surface: string): boolean {
  if (scriptOf(text.charCodeAt(other)) !== 'word') return true
  if (surface.length <= shortLatin) return false
  const isName = edge < other && surface !== surface.toLowerCase() && /[0-9]/.test(text[other] ?? '')
  return !(/[a-z]/.test(text[edge] ?? '') && (isName || /[a-z]/.test(text[other] ?? '')))
}

/**
 * Whether the letters' case lets a hit be the term. Case tells nothing in general (`Github`, `IOT`), but short
 * names and names that are English words too stand only as written.
 */
export function isCaseAllowed(found: string, surface: string): boolean {
  if (!latinTermPattern.test(surface)) return true
  const written = found.normalize('NFKC')
  if (written === surface) return true
  const letters = surface.replace(/[^\p{L}\p{N}]/gu, '')
  if (letters.length <= shortLatin) return written.replace(/[^\p{L}\p{N}]/gu, '') === letters
  if (!englishWords.has(surface.toLowerCase()) || surface === surface.toLowerCase()) return true
  // A name that is a word too: not in small letters, and not where only the start of a sentence is a capital.
  return written !== written.toLowerCase()
}

const pluralPattern = /^(?:e?s)(?![\p{Script=Latin}\p{N}_])/u

/**
 * Length of the plural's ending behind a hit, 0 where there is none. Only small letters: HTTPS is not HTTP, and
 * https is not the plural of http.
 */
export function pluralLength(text: string, end: number, found: string, surface: string): number {
  if (!/\p{Script=Latin}$/u.test(surface)) return 0
  const ending = pluralPattern.exec(text.slice(end, end + 3))?.[0]
  if (!ending) return 0
  const isAcronym = surface === surface.toUpperCase()
  if (isAcronym && found !== surface) return 0
  if (!isAcronym && /[sS]$/.test(surface) && ending === 's') return 0
  if (ending === 'es') return /(?:s|x|z|ch|sh)$/i.test(surface) ? 2 : 0
  return 1
}

/** Other numbers of an English word: policy gives policies, microservices gives microservice. */
export function numberVariants(surface: string): string[] {
  if (/[a-z][^aeiou\W]y$/.test(surface)) return [`${surface.slice(0, -1)}ies`]
  if (/[a-z]{4,}ies$/.test(surface)) return [`${surface.slice(0, -3)}y`]
  return /[a-z]{4,}s$/.test(surface) && !/(?:ss|us|is|as|os)$/.test(surface) ? [surface.slice(0, -1)] : []
}
