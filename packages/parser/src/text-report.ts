import type { ParseContext } from './context.ts'
import type { Decoded } from './decode.ts'
import { rule } from './rules.ts'

const NAMES: Record<Decoded['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  shift_jis: 'Shift_JIS (cp932)',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Windows-1252',
}

/** Characters without width; joiners count only where nothing is joined that needs them. */
const ZERO_WIDTH =
  /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E]|(?<![\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{M}])[\u200C\u200D]/gu

/** Reports what is odd about a file's bytes and characters, each kind once, at its first place. */
export function reportText({ text, encoding, guessed }: Decoded, { point, report }: ParseContext): void {
  if (guessed) report(rule.encoding, { reason: `This file is not UTF-8; it is read as ${NAMES[encoding]}.` })
  const replaced = [...text.matchAll(/\uFFFD/g)]
  if (replaced[0]) {
    const reason = `${count(replaced.length, 'character')} cannot be read and became U+FFFD; the first stands here.`
    report(rule.unreadable, { reason, place: point(replaced[0].index) })
  }
  const hidden = [...text.matchAll(ZERO_WIDTH)]
  if (hidden[0]) {
    const code = hidden[0][0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const reason = `${count(hidden.length, 'character')} without width: the first, U+${code}, stands here.`
    report(rule.zeroWidth, { reason, place: point(hidden[0].index) })
  }
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
