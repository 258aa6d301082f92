import { inkColours, type Ink } from '../ink.ts'
import { RepeatedHeads } from './repeated-heads.ts'
import type { UsedGlyphs } from './used-glyphs.ts'

/** What is known of the drawing of a page, or of one inside of it, before it is read. */
export interface PageMarks {
  /** Pieces whose lines and areas are a picture. */
  pictures: ReadonlySet<number>
  /** Pieces that are no content. */
  artifacts: ReadonlySet<number>
  /** Pieces of each head of a table that may be there again. */
  heads: readonly (readonly number[])[]
  /** The first number that no piece has. */
  free: number
  /** In the drawing's units: what stands higher is a head, what stands lower a foot. */
  middle: number
  /** Whether it stands inside of another drawing: no head and no foot does. */
  isInner: boolean
  /** Drawings inside of others, by their objects: those that hold pieces, and others that hold text. */
  withPieces: ReadonlySet<number>
  withText: ReadonlySet<number>
  /** Of drawings with pieces that were read before. */
  ends: ReadonlyMap<number, TextEnds>
}

/** A piece of text, and the height of a line of it. */
export interface TextPiece {
  mcid: number
  y: number
  /** The drawing inside of this one that holds it. */
  drawing?: number
}

/** The first and the last piece of text of a drawing. */
export interface TextEnds {
  first: TextPiece
  last: TextPiece
}

/** Text that a style sheet wrote: a new piece, with the pieces around it. */
export interface GeneratedText extends TextPiece {
  before?: TextPiece
  after?: TextPiece
}

export interface MarkedDrawing {
  drawing: string
  /** Pieces that are no content, and those of lines and areas alone that are no picture: borders, backgrounds. */
  decoration: Set<number>
  generated: GeneratedText[]
  /** Absent where it holds no text. */
  ends: TextEnds | undefined
}

interface Edit {
  at: number
  end: number
  text: string
}

/** A piece that is being read. */
interface Piece {
  /** Where its mark begins and ends. */
  at: number
  end: number
  mcid: number
  /** Whether it holds lines and areas alone so far. */
  isEmpty: boolean
  /** Of its first line. */
  y?: number
  /** How many edits there were when it began. */
  edits: number
}

const LAYOUT = '/Artifact <</Type /Layout>> BDC\n'
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n'
const PAINTING = new Set(['f', 'f*', 'F', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])
const PATH = new Set(['re', 'm', 'l', 'c', 'v', 'y', 'h'])

/**
 * Reads a drawing line by line, as Chromium writes it: an operator at the end of each. Colours become the press's
 * black. With `marks`, what belongs to no element is marked, too: running heads, page numbers and borders as
 * artifacts, and as content what a style sheet wrote between the texts.
 */
export function rewriteMarks(
  source: string,
  ink: Ink,
  glyphs: UsedGlyphs,
  marks: PageMarks | undefined,
): MarkedDrawing {
  const edits: Edit[] = []
  const marking = marks && new Marking(source, edits, marks)
  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    end = source.indexOf('\n', start)
    if (end < 0) end = source.length
    const operator = source.slice(Math.max(start, source.lastIndexOf(' ', end - 1) + 1), end)
    if (operator === 'Tj') {
      glyphs.add(source, start, end)
      // A text that replaces them by nothing: they are not read aloud, and not copied.
      if (marks && glyphs.isEmphasis(source, start, end)) {
        edits.push({ at: start, end: start, text: '/Span <</ActualText <FEFF>>> BDC\n' })
        edits.push({ at: end, end, text: '\nEMC' })
      }
    } else if (operator === 'Tf') {
      glyphs.setFont(source, start)
    } else if (operator === 'rg' || operator === 'RG') {
      const line = source.slice(start, end)
      const text = inkColours(line, ink)
      if (text !== line) edits.push({ at: start, end, text })
    } else {
      marking?.read(operator, start, end)
    }
  }
  marking?.end()
  return {
    drawing: applyEdits(source, edits),
    decoration: marking?.decoration ?? new Set(),
    generated: marking?.generated ?? [],
    ends: marking?.ends,
  }
}

class Marking {
  readonly decoration = new Set<number>()
  readonly generated: GeneratedText[] = []
  ends: TextEnds | undefined
  readonly #source: string
  readonly #edits: Edit[]
  readonly #marks: PageMarks
  #free: number
  /** Marks inside of each other. */
  #depth = 0
  /** States inside of each other, and in which of them the page's text block was cut out. */
  #states = 0
  #textBlock = 0
  /** The mark of our own that is open. */
  #open = ''
  #path = -1
  #piece: Piece | undefined
  #y = 0
  readonly #heads: RepeatedHeads

  constructor(source: string, edits: Edit[], marks: PageMarks) {
    this.#source = source
    this.#edits = edits
    this.#marks = marks
    this.#free = marks.free
    this.#heads = new RepeatedHeads(marks.heads)
    if (marks.isInner) this.#textBlock = -1
  }

  read(operator: string, start: number, end: number): void {
    // Chromium sets a mark's last word to its properties: `/P <</MCID 3 >>BDC`.
    if (operator.endsWith('BDC') || operator === 'BMC') this.#begin(start, end)
    else if (operator === 'EMC') this.#endMark(start)
    else if (operator === 'q' || operator === 'Q') this.#changeState(operator, start)
    else if (operator === 'n') this.#endPath(start)
    else if (operator === 'Tm') this.#place(start, end)
    else if (this.#depth > 0) this.#inside(operator)
    else if (operator === 'BT') this.#text(start, end)
    else if (operator === 'Do') this.#drawInner(start, end)
    else if (PAINTING.has(operator)) this.#paint(start)
    else if (PATH.has(operator)) this.#path = this.#path < 0 ? start : this.#path
  }

  end(): void {
    if (this.#open !== '') this.#insert(this.#source.length, '\nEMC\n')
  }

  #begin(start: number, end: number): void {
    if (this.#depth++ > 0) return
    this.#close(start)
    const mcid = /\/MCID (\d+)/.exec(this.#source.slice(start, end))?.[1]
    if (mcid === undefined) return
    this.#piece = { at: start, end: end + 1, mcid: Number(mcid), isEmpty: true, edits: this.#edits.length }
  }

  #endMark(start: number): void {
    const piece = this.#piece
    if (--this.#depth > 0 || !piece) return
    this.#piece = undefined
    const { mcid, y } = piece
    if (
      this.#marks.artifacts.has(mcid) ||
      this.#heads.isAgain(mcid, () => this.#source.slice(piece.end, start))
    )
      this.#takeOut(piece, PAGINATION)
    else if (!piece.isEmpty) {
      if (y !== undefined) this.#meet({ mcid, y }, { mcid, y: this.#y })
    } else if (!this.#marks.pictures.has(mcid)) this.#takeOut(piece, LAYOUT)
  }

  #takeOut({ mcid, at, end, edits }: Piece, text: string): void {
    this.decoration.add(mcid)
    // Behind the end of a mark of our own at the same place, before the colours inside of the piece.
    this.#edits.splice(edits, 0, { at, end, text })
  }

  /** Texts that are behind what a style sheet wrote last, and before what it writes next. */
  #meet(first: TextPiece, last: TextPiece): void {
    for (let at = this.generated.length - 1; this.generated[at] && !this.generated[at]?.after; at--) {
      const before = this.generated[at]
      if (before) before.after = first
    }
    this.ends = { first: this.ends?.first ?? first, last }
  }

  #changeState(operator: 'q' | 'Q', start: number): void {
    this.#states += operator === 'q' ? 1 : -1
    if (this.#states < this.#textBlock) this.#textBlock = 0
    if (this.#depth === 0) this.#close(start)
  }

  /** A path that is not painted cuts out an area: `W* n`. */
  #endPath(start: number): void {
    this.#path = -1
    if (this.#source[start] === 'W') this.#textBlock ||= this.#states
  }

  #place(start: number, end: number): void {
    const line = this.#source.slice(start, end - ' Tm'.length)
    this.#y = Number(line.slice(line.lastIndexOf(' ') + 1))
    if (this.#piece) this.#piece.y ??= this.#y
    const own = this.generated.at(-1)
    if (own && this.#depth === 0 && this.#open.startsWith('/Span')) own.y = this.#y
  }

  #inside(operator: string): void {
    if (this.#piece && (operator === 'BT' || operator === 'Do')) this.#piece.isEmpty = false
  }

  /** Running heads and page numbers stand outside of the text block; what stands in it, a style sheet wrote. */
  #text(start: number, end: number): void {
    if (this.#textBlock === 0) {
      const height = /^(?:.*\n){1,3}?(?:\S+ ){5}(\S+) Tm$/m.exec(this.#source.slice(end + 1, end + 200))?.[1]
      const subtype = Number(height ?? 0) < this.#marks.middle ? 'Header' : 'Footer'
      this.#mark(start, `/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC\n`)
      return
    }
    const mcid = this.#free++
    this.generated.push({ mcid, y: Number.NaN, ...(this.ends && { before: this.ends.last }) })
    this.#mark(start, `/Span <</MCID ${mcid}>> BDC\n`)
  }

  /** A drawing with pieces has its own marks; Chromium makes its name of the number of its object. */
  #drawInner(start: number, end: number): void {
    const number = Number(this.#source.slice(start + '/X'.length, end - ' Do'.length))
    if (this.#marks.withPieces.has(number)) {
      this.#close(start)
      const ends = this.#marks.ends.get(number)
      if (ends) this.#meet({ drawing: number, ...ends.first }, { drawing: number, ...ends.last })
    } else if (this.#marks.withText.has(number)) this.#text(start, end)
    else this.#paint(start)
  }

  #paint(start: number): void {
    this.#mark(this.#path < 0 ? start : this.#path, LAYOUT)
    this.#path = -1
  }

  #mark(at: number, mark: string): void {
    if (this.#open === mark) return
    this.#close(at)
    this.#insert(at, mark)
    this.#open = mark
  }

  #close(at: number): void {
    if (this.#open !== '') this.#insert(at, 'EMC\n')
    this.#open = ''
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ at, end: at, text })
  }
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
