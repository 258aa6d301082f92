import { inkColours, type Ink } from '../ink.ts'
import type { UsedGlyphs } from './used-glyphs.ts'

/** What is known of a page before its drawing is read. */
export interface PageMarks {
  /** Pieces whose lines and areas are a picture. */
  pictures: ReadonlySet<number>
  /** In the drawing's units: what stands higher is a head, what stands lower a foot. */
  middle: number
}

export interface MarkedDrawing {
  drawing: string
  /** Pieces that hold lines and areas alone, and are no picture: borders, backgrounds. */
  decoration: Set<number>
}

interface Edit {
  at: number
  end: number
  text: string
}

const LAYOUT = '/Artifact <</Type /Layout>> BDC\n'
const PAINTING = new Set(['f', 'f*', 'F', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do'])
const PATH = new Set(['re', 'm', 'l', 'c', 'v', 'y', 'h'])

/**
 * Reads a drawing line by line, as Chromium writes it: an operator at the end of each. Colours become the press's
 * black, and with `marks`, what belongs to no element becomes an artifact: running heads, page numbers, borders.
 */
export function rewriteMarks(
  source: string,
  ink: Ink,
  glyphs: UsedGlyphs,
  marks: PageMarks | undefined,
): MarkedDrawing {
  const edits: Edit[] = []
  const decoration = new Set<number>()
  let depth = 0
  let artifact = ''
  let path = -1
  let piece: { at: number; end: number; mcid: number; isEmpty: boolean } | undefined

  const insert = (at: number, text: string): void => {
    edits.push({ at, end: at, text })
  }
  const close = (at: number): void => {
    if (artifact !== '') insert(at, 'EMC\n')
    artifact = ''
  }
  const open = (at: number, mark: string): void => {
    if (artifact === mark) return
    close(at)
    insert(at, mark)
    artifact = mark
  }

  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    end = source.indexOf('\n', start)
    if (end < 0) end = source.length
    const operator = source.slice(Math.max(start, source.lastIndexOf(' ', end - 1) + 1), end)
    if (operator === 'Tj') {
      glyphs.add(source, start, end)
    } else if (operator === 'Tf') {
      glyphs.setFont(source, start)
    } else if (operator === 'rg' || operator === 'RG') {
      const line = source.slice(start, end)
      const text = inkColours(line, ink)
      if (text !== line) edits.push({ at: start, end, text })
    }
    if (!marks) continue
    // Chromium sets a mark's last word to its properties: `/P <</MCID 3 >>BDC`.
    if (operator.endsWith('BDC') || operator === 'BMC') {
      if (depth++ > 0) continue
      close(start)
      const mcid = /\/MCID (\d+)/.exec(source.slice(start, end))?.[1]
      piece = mcid === undefined ? undefined : { at: start, end: end + 1, mcid: Number(mcid), isEmpty: true }
    } else if (operator === 'EMC') {
      if (--depth > 0 || !piece) continue
      if (piece.isEmpty && !marks.pictures.has(piece.mcid)) {
        decoration.add(piece.mcid)
        // The colours inside of the piece were changed after it began.
        const before = edits.findLastIndex(({ at }) => at < (piece?.at ?? 0)) + 1
        edits.splice(before, 0, { at: piece.at, end: piece.end, text: LAYOUT })
      }
      piece = undefined
    } else if (depth > 0) {
      if (piece && (operator === 'BT' || operator === 'Do')) piece.isEmpty = false
    } else if (operator === 'q' || operator === 'Q') {
      close(start)
    } else if (operator === 'BT') {
      open(start, runningMark(source, end, marks.middle))
    } else if (PAINTING.has(operator)) {
      open(path < 0 ? start : path, LAYOUT)
      path = -1
    } else if (PATH.has(operator)) {
      if (path < 0) path = start
    } else if (operator === 'n') {
      path = -1
    }
  }
  if (artifact !== '') insert(source.length, '\nEMC\n')
  return { drawing: applyEdits(source, edits), decoration }
}

/** Running heads and page numbers, by where the text that begins here stands. */
function runningMark(source: string, at: number, middle: number): string {
  const height = /^(?:.*\n){1,3}?(?:\S+ ){5}(\S+) Tm$/m.exec(source.slice(at + 1, at + 200))?.[1]
  const subtype = Number(height ?? 0) < middle ? 'Header' : 'Footer'
  return `/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC\n`
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source
  const parts: string[] = []
  let from = 0
  for (const { at, end, text } of edits) {
    parts.push(source.slice(from, at), text)
    from = end
  }
  parts.push(source.slice(from))
  return parts.join('')
}
