import { scriptOf } from '../fold/characters.ts'
import type { Folded } from '../fold/fold.ts'

const onlySpacePattern = /^(?:[ \u00a0\u3000\t]+|[ \t]*\r?\n[ \t]*)$/u
const invisiblePattern = /[\u200b\u2060\ufeff\u00ad]|\p{Variation_Selector}|\p{Join_Control}/gu
/** A shorter piece of a word that a space cuts up is a word itself: `React or` is not a reactor. */
const shortestPiece = 3

/** Indexes of the folded units before which spaces, hyphens or ・ were left out. */
export function gapsOf(folded: Folded): number[] {
  const gaps: number[] = []
  for (let index = 1; index < folded.text.length; index++) {
    if ((folded.starts[index] ?? 0) > (folded.ends[index - 1] ?? 0)) gaps.push(index)
  }
  return gaps
}

/**
 * Whether the spaces, hyphens and ・ inside a hit may stand there. A glossary that says `end-to-end` also means
 * `End to End`; one that says `マイクロサービス` also means `マイクロ・サービス` and `マイクロ サービス`; but a list
 * `監査・ログ` is not the term `監査ログ`.
 *
 * @param termGaps gaps of the term itself, counted from its first folded unit
 */
export function areGapsAllowed(
  source: string,
  folded: Folded,
  start: number,
  end: number,
  termGaps: number[],
): boolean {
  let pieceStart = start
  for (let index = start + 1; index <= end; index++) {
    const from = folded.ends[index - 1] ?? 0
    const to = index < end ? (folded.starts[index] ?? 0) : from
    if (index < end && to <= from) continue
    if (index === end) break
    const gap = source.slice(from, to).replace(invisiblePattern, '')
    if (gap === '') continue
    if (gap.length > 1 && !onlySpacePattern.test(gap)) return false
    if (!termGaps.includes(index - start)) {
      const nextGap = nextGapAfter(folded, index, end)
      const pieces = Math.min(index - pieceStart, nextGap - index)
      if (!mayStand(gap, folded.text.charCodeAt(index - 1), folded.text.charCodeAt(index), pieces))
        return false
    }
    pieceStart = index
  }
  return true
}

function nextGapAfter(folded: Folded, index: number, end: number): number {
  let next = index + 1
  while (next < end && (folded.starts[next] ?? 0) <= (folded.ends[next - 1] ?? 0)) next++
  return next
}

/** Whether a gap may stand where the term has none. */
function mayStand(gap: string, left: number, right: number, shorterPiece: number): boolean {
  const [before, after] = [scriptOf(left), scriptOf(right)]
  const isSpace = onlySpacePattern.test(gap)
  if (before === 'katakana' && after === 'katakana') return true
  if (before === 'word' && after === 'word') {
    if (gap === '/') return true
    return !/[・·･]/u.test(gap) && (shorterPiece >= shortestPiece || (!isSpace && shorterPiece >= 2))
  }
  // Many put a space between Latin letters and Japanese.
  return isSpace && (before === 'word' || after === 'word')
}
