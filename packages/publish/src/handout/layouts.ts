import { PX_PER_MM } from '../pdf/geometry.ts'

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
export function rulePitch(page: HandoutPage): number {
  return RULE_MM * PX_PER_MM * magnification(page)
}
