import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js'

/** Encodings that notes are written in, by their WHATWG names; `shift_jis` is cp932. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'windows-1252'

/** The text of a file. */
export interface Decoded {
  /** Without a byte order mark; what no encoding knows, NUL and lone surrogates are U+FFFD, each in its place. */
  text: string
  encoding: Encoding
  /** The encoding was guessed from the bytes. */
  guessed: boolean
}

const REPLACEMENT = '\uFFFD'

/**
 * Decodes a file of notes. Never throws.
 *
 * Without `encoding`: a byte order mark, UTF-16 by its zero bytes, UTF-8 where the bytes allow it, else the one of
 * cp932 and EUC-JP that reads with fewer oddities.
 */
export function decode(source: string | Uint8Array, encoding?: string): Decoded {
  if (typeof source === 'string') return { text: clean(source), encoding: 'utf-8', guessed: false }
  const marked = byteOrderMark(source)
  const named = encoding === undefined ? undefined : encodingOf(encoding)
  const chosen = marked ?? named ?? guess(source)
  return {
    text: clean(read(source, chosen)),
    encoding: chosen,
    guessed: !marked && !named && chosen !== 'utf-8',
  }
}

/** The encoding that people mean by a name, e.g. `Shift-JIS`, `sjis`, `CP932`. */
function encodingOf(name: string): Encoding | undefined {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (key === 'utf8') return 'utf-8'
  if (key === 'utf16' || key === 'utf16le') return 'utf-16le'
  if (key === 'utf16be') return 'utf-16be'
  if (/^(shiftjis|sjis|cp932|windows31j|ms932|mskanji)$/.test(key)) return 'shift_jis'
  if (/^(eucjp|ujis|xeucjp|eucjpms)$/.test(key)) return 'euc-jp'
  if (/^(windows1252|cp1252|latin1|iso88591)$/.test(key)) return 'windows-1252'
  return undefined
}

/** Whether `encoding` names an encoding that `decode` knows. */
export function knowsEncoding(encoding: string): boolean {
  return encodingOf(encoding) !== undefined
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function read(bytes: Uint8Array, encoding: Encoding): string {
  // The two legacy encodings come from a library, as not every runtime's TextDecoder knows them.
  return encoding === 'shift_jis' || encoding === 'euc-jp'
    ? createMultibyteDecoder(encoding, true)(bytes)
    : new TextDecoder(encoding).decode(bytes)
}

function guess(bytes: Uint8Array): Encoding {
  const wide = guessUtf16(bytes)
  if (wide) return wide
  const utf8 = read(bytes, 'utf-8')
  const bad = count(utf8, /\uFFFD/g)
  if (bad === 0 || count(utf8, /[^\0-\x7F\uFFFD]/g) > 4 * bad) return 'utf-8'
  const scored = (['shift_jis', 'euc-jp'] as const).map((encoding) => {
    const text = read(bytes, encoding)
    // EUC-JP read as cp932 is full of half-width kana; cp932 read as EUC-JP does not decode.
    return {
      encoding,
      odd: 4 * count(text, /\uFFFD/g) + count(text, /[\uFF61-\uFF9F\uE000-\uF8FF\x80-\x9F]/g),
      text,
    }
  })
  const best = scored.reduce((a, b) => (b.odd < a.odd ? b : a))
  return 2 * best.odd > count(best.text, /[^\0-\x7F]/g) ? 'windows-1252' : best.encoding
}

/** UTF-16 without a mark: every ASCII character, at least the line ends, has a zero byte on the same side. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const sides = [0, 0]
  const length = Math.min(bytes.length, 65_536)
  for (let index = 0; index < length; index++) if (bytes[index] === 0) sides[index % 2]!++
  const [even = 0, odd = 0] = sides
  if (
    length === 0 ||
    bytes.length % 2 === 1 ||
    Math.max(even, odd) < length / 50 ||
    Math.min(even, odd) * 10 > Math.max(even, odd)
  )
    return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function clean(text: string): string {
  return text.replace(/^\uFEFF+/, '').replace(/\0|\p{Surrogate}/gu, REPLACEMENT)
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}
