import { PX_PER_MM } from '../pdf/geometry.ts'
import { marker } from '../pdf/ua/marker.ts'
import { ARTIFACT } from '../pdf/ua/resolve.ts'
import type { PageParts } from './in-page/paginate.ts'
import type { HandoutLabels } from './labels.ts'

/** How the pages of a handout stand on paper. */
export const layouts = ['1up', '2up', '4up', 'booklet', 'cornell'] as const
export type Layout = (typeof layouts)[number]

/** Sizes of paper, in millimetres; b5 is the JIS one. */
export const papers = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
  b5: { width: 182, height: 257 },
} as const
export type Paper = keyof typeof papers

/** A page of a handout before it is imposed. Lengths are millimetres, `fontSize` CSS pixels. */
export interface HandoutPage {
  layout: Layout
  /** Sheet of paper, upright. */
  sheet: { width: number; height: number }
  width: number
  height: number
  margin: number
  fontSize: number
  /** What stands beside the notes: ruled lines, a column for cues, or nothing. */
  aside: 'lines' | 'cue' | 'none'
  /** Width of what stands beside the notes. */
  asideWidth: number
}

/** From one ruled line to the next, for writing by hand. */
export const RULE_MM = 7

/** Height of a line of notes, in sizes of its text. */
export const LEADING = 1.5

/** Lines of code that stay in one column. */
const SHORT_CODE = 10

/** Sizes of text that a short handout may grow to. */
const SCALES = [1.35, 1.25, 1.15, 1.08]

/** Part of a last page that looks empty. */
const SPARSE = 0.3

/** Closer settings for a handout whose last page would hold a few lines, the widest first. */
const TIGHT = [
  { scale: 1, leading: 1.42 },
  { scale: 0.97, leading: 1.4 },
  { scale: 0.94, leading: 1.38 },
].map(({ scale, leading }) => ({ scale, leading, room: scale ** 2 * (leading / LEADING) }))

/** Sizes of text so that it is read on paper: pages that are reduced begin larger. */
const FONT_SIZE: Record<Layout, number> = { '1up': 10.5, cornell: 10.5, booklet: 10.5, '2up': 16, '4up': 22 }

/** The page that a layout prints, before it is imposed. */
export function handoutPage(layout: Layout, paper: Paper): HandoutPage {
  const sheet = papers[paper]
  const folded = layout === 'booklet'
  const aside = layout === '1up' ? 'lines' : layout === 'cornell' ? 'cue' : 'none'
  return {
    layout,
    sheet,
    width: folded ? sheet.height / 2 : sheet.width,
    height: folded ? sheet.width : sheet.height,
    margin: folded ? 10 : 12,
    fontSize: FONT_SIZE[layout],
    aside,
    asideWidth: aside === 'none' ? 0 : Math.round(sheet.width * 0.24),
  }
}

/** How much larger a page is set than one that is printed at its own size. */
export function magnification({ fontSize }: HandoutPage): number {
  return fontSize / FONT_SIZE['1up']
}

/** CSS pixels between two ruled lines on a page before it is imposed. */
function rulePitch(page: HandoutPage): number {
  return RULE_MM * PX_PER_MM * magnification(page)
}

/** What the page needs to know to cut a layout's handouts. */
export function pageParts(page: HandoutPage, labels: HandoutLabels): PageParts {
  return {
    aside: page.aside,
    labels,
    rule: rulePitch(page),
    shortCode: SHORT_CODE,
    scales: SCALES,
    artifact: marker(ARTIFACT),
    sparse: SPARSE,
    tight: TIGHT,
  }
}
