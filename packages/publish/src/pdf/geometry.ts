import type { BookConfig } from '../config/schema.ts'

/** CSS pixels of one millimetre. */
export const PX_PER_MM = 96 / 25.4

/** PDF points of one millimetre. */
export const PT_PER_MM = 72 / 25.4

/** A printed page: trim size and margins in millimetres, the text block in CSS pixels. */
export interface Geometry {
  /** Trim size. */
  width: number
  height: number
  /** Paper beyond the trim on each side that is printed, for the press to cut. */
  bleed: number
  /** Paper beyond the bleed, for crop marks; 0 without. */
  slug: number
  margins: { top: number; bottom: number; inner: number; outer: number }
  /** Lines run from top to bottom and pages from right to left; odd pages are left ones. */
  vertical: boolean
  /** Size of the body's characters: whole pixels, so that lines fall on a grid without rounding. */
  fontSize: number
  /** From one line to the next; whole pixels too. */
  line: number
  /** Lines of a page. */
  lines: number
  /** A whole number of characters; of lines where these are vertical. */
  textWidth: number
  /** A whole number of lines; of characters where lines are vertical. */
  textHeight: number
}

interface Size {
  width: number
  height: number
  fontSize: number
  line: number
  margins: { top: number; bottom: number; inner: number; outer: number }
}

/** JIS sizes and what a page of each wears: 9 pt on A5, larger on larger paper, with a gutter wider than the edge. */
const SIZES: Record<'a4' | 'a5' | 'b5' | 'b6', Size> = {
  a4: {
    width: 210,
    height: 297,
    fontSize: 13,
    line: 24,
    margins: { top: 30, bottom: 28, inner: 28, outer: 26 },
  },
  a5: {
    width: 148,
    height: 210,
    fontSize: 12,
    line: 21,
    margins: { top: 21, bottom: 20, inner: 19, outer: 16 },
  },
  b5: {
    width: 182,
    height: 257,
    fontSize: 13,
    line: 23,
    margins: { top: 25, bottom: 24, inner: 23, outer: 20 },
  },
  b6: {
    width: 128,
    height: 182,
    fontSize: 11,
    line: 19,
    margins: { top: 18, bottom: 17, inner: 16, outer: 13 },
  },
}

/**
 * What the pages of a vertical book wear instead: JLREQ has 52 characters at most in a vertical line, so larger paper
 * has larger characters and not longer lines.
 */
const VERTICAL: Record<keyof typeof SIZES, Pick<Size, 'fontSize' | 'line' | 'margins'>> = {
  a4: { fontSize: 16, line: 28, margins: { top: 38, bottom: 36, inner: 28, outer: 25 } },
  a5: { fontSize: 12, line: 21, margins: { top: 23, bottom: 21, inner: 20, outer: 16 } },
  b5: { fontSize: 14, line: 24, margins: { top: 32, bottom: 30, inner: 25, outer: 19 } },
  b6: { fontSize: 11, line: 19, margins: { top: 19, bottom: 17, inner: 17, outer: 13 } },
}

/** Room for crop marks, in millimetres. */
const SLUG = 10

/** Chromium rounds the page to device pixels: a text block as high as its lines would lose the last of them. */
const SLACK = 3

type PageConfig = Pick<BookConfig, 'page' | 'pdf' | 'writingMode'>

/** The page of a book: the size's own margins, unless book.yaml names others. */
export function pageGeometry(config: PageConfig): Geometry {
  const vertical = config.writingMode === 'vertical'
  const size = sizeOf(config.page.size, vertical)
  const wanted = { ...size.margins, ...definedOf(config.page.margins) }
  const { width, height } = size
  const { fontSize, line } = textOf(config.page, size)
  const across = (width - wanted.inner - wanted.outer) * PX_PER_MM
  const down = (height - wanted.top - wanted.bottom) * PX_PER_MM
  const characters = Math.max(12, Math.floor((vertical ? down : across) / fontSize))
  const lines = Math.max(6, Math.floor(((vertical ? across : down) - SLACK) / line))
  const textWidth = vertical ? lines * line : characters * fontSize
  const textHeight = vertical ? characters * fontSize : lines * line
  // What is left of a character and of a line goes to the outer and to the lower margin.
  const outer = width - wanted.inner - textWidth / PX_PER_MM
  const bottom = height - wanted.top - textHeight / PX_PER_MM
  const margins = {
    top: wanted.top,
    inner: wanted.inner,
    outer: Math.max(0, outer),
    bottom: Math.max(0, bottom),
  }
  const { bleed, marks } = config.pdf
  const slug = marks ? SLUG : 0
  const text = { fontSize, line, lines, textWidth, textHeight }
  return { width, height, bleed, slug, margins, vertical, ...text }
}

/**
 * The widest that a picture, table or piece of code may be that is read across in a vertical book, in CSS pixels: four
 * lines less than the text block, so that a page holds its heading too.
 */
export function acrossWidth({ textWidth, line }: Geometry): number {
  return textWidth - 4 * line
}

/** Whether the margins leave room for the smallest block of text that a page may have. */
export function hasRoom(config: PageConfig): boolean {
  const { width, height, margins, textWidth, textHeight } = pageGeometry(config)
  const right = margins.inner + textWidth / PX_PER_MM
  return right <= width + 0.01 && margins.top + textHeight / PX_PER_MM <= height + 0.01
}

/** Whole pixels: lines fall on a grid without rounding. */
function textOf(
  { fontSize: points, lineHeight }: BookConfig['page'],
  size: Size,
): { fontSize: number; line: number } {
  const fontSize = points === undefined ? size.fontSize : Math.round((points * 4) / 3)
  return { fontSize, line: Math.round(fontSize * (lineHeight ?? size.line / size.fontSize)) }
}

function sizeOf(size: BookConfig['page']['size'], vertical: boolean): Size {
  const named = (name: keyof typeof SIZES): Size => ({ ...SIZES[name], ...(vertical && VERTICAL[name]) })
  if (typeof size === 'string') return named(size)
  const [width, height] = size
  const sizes = Object.keys(SIZES).map((name) => named(name as keyof typeof SIZES))
  const nearest = sizes.toSorted(
    (a, b) => Math.abs(Math.log(a.width / width)) - Math.abs(Math.log(b.width / width)),
  )[0] as Size
  const scale = Math.min(1, width / nearest.width, height / nearest.height)
  const { top, bottom, inner, outer } = nearest.margins
  const margins = { top: top * scale, bottom: bottom * scale, inner: inner * scale, outer: outer * scale }
  return { ...nearest, width, height, margins }
}

function definedOf(margins: BookConfig['page']['margins']): Partial<Geometry['margins']> {
  return Object.fromEntries(Object.entries(margins).filter(([, value]) => value !== undefined))
}
