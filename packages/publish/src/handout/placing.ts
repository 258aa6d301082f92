import { bookletOrder, creepOf } from './booklet.ts'
import { type Layout, RULE_MM } from './layouts.ts'

interface Size {
  width: number
  height: number
}

/** Where a page lies on its sheet: millimetres from the upper left corner. */
export interface PlacedPage extends Size {
  /** Of the page, from 0. */
  index: number
  x: number
  y: number
}

/** One face of a sheet of paper, with lines to write on. */
export interface PlacedSheet extends Size {
  pages: PlacedPage[]
  rules: { x: number; y: number; width: number }[]
}

export interface Imposition {
  layout: Layout
  /** Upright sheet. */
  sheet: Size
  page: Size
  /** See `creepOf`. */
  creep: number
}

/** Edge that printers leave white, and the room between pages. */
const EDGE = 8
const GAP = 6

/** Ruled lines below each reduced page. */
const RULES = { '2up': 4, '4up': 3 } as const

/** Places so many pages on sheets. */
export function placePages(pages: number, imposition: Imposition): PlacedSheet[] {
  const { layout } = imposition
  return layout === '2up' || layout === '4up'
    ? placeReduced(pages, layout, imposition)
    : placeBooklet(pages, imposition)
}

function placeReduced(pages: number, layout: '2up' | '4up', { sheet, page }: Imposition): PlacedSheet[] {
  const rows = layout === '2up' ? 1 : 2
  const [width, height] = layout === '2up' ? [sheet.height, sheet.width] : [sheet.width, sheet.height]
  const slot = { width: (width - 2 * EDGE - GAP) / 2, height: (height - 2 * EDGE - (rows - 1) * GAP) / rows }
  const room = slot.height - RULES[layout] * RULE_MM
  const scale = Math.min(slot.width / page.width, room / page.height)
  const reduced = { width: page.width * scale, height: page.height * scale }
  const perSheet = rows * 2
  return Array.from({ length: Math.ceil(pages / perSheet) }, (_, at): PlacedSheet => {
    const indexes = Array.from({ length: perSheet }, (_each, n) => at * perSheet + n).filter((n) => n < pages)
    const corners = indexes.map((index, n) => ({
      index,
      x: EDGE + (n % 2) * (slot.width + GAP),
      y: EDGE + Math.floor(n / 2) * (slot.height + GAP),
    }))
    return {
      width,
      height,
      pages: corners.map(({ index, x, y }) => ({
        index,
        x: x + (slot.width - reduced.width) / 2,
        y,
        ...reduced,
      })),
      rules: corners.flatMap(({ x, y }) =>
        Array.from({ length: RULES[layout] }, (_rule, n) => ({
          x,
          y: y + reduced.height + (n + 1) * RULE_MM,
          width: slot.width,
        })),
      ),
    }
  })
}

/** Two pages beside each other on a sheet that lies across, at their own size. */
function placeBooklet(pages: number, { sheet, page, creep }: Imposition): PlacedSheet[] {
  const [width, height] = [sheet.height, sheet.width]
  const order = bookletOrder(pages)
  return order.map(({ left, right, sheet: number }): PlacedSheet => {
    const shift = creepOf(number, order.length / 2, creep)
    const sides = [
      { index: left, x: shift },
      { index: right, x: width / 2 - shift },
    ]
    return {
      width,
      height,
      pages: sides.flatMap(({ index, x }) => (index === undefined ? [] : [{ index, x, y: 0, ...page }])),
      rules: [],
    }
  })
}
