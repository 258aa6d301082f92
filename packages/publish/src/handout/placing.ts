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

/** Margin of a booklet's blank page. */
const BLANK_EDGE = 12

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
    const corners = Array.from({ length: perSheet }, (_slot, n) => ({
      index: at * perSheet + n,
      x: EDGE + (n % 2) * (slot.width + GAP),
      y: EDGE + Math.floor(n / 2) * (slot.height + GAP),
    }))
    const isPage = ({ index }: { index: number }): boolean => index < pages
    return {
      width,
      height,
      pages: corners
        .filter(isPage)
        .map(({ index, x, y }) => ({ index, x: x + (slot.width - reduced.width) / 2, y, ...reduced })),
      rules: corners.flatMap((corner) =>
        isPage(corner)
          ? rulesIn(corner.x, corner.y + reduced.height, slot.width, RULES[layout] * RULE_MM)
          : rulesIn(corner.x, corner.y, slot.width, slot.height),
      ),
    }
  })
}

/** Lines in a box, the first one a line's height below its upper edge. */
function rulesIn(x: number, y: number, width: number, height: number): PlacedSheet['rules'] {
  const count = Math.floor(height / RULE_MM + 0.001)
  return Array.from({ length: count }, (_, n) => ({ x, y: y + (n + 1) * RULE_MM, width }))
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
      // A blank page is one to write on.
      rules: sides.flatMap(({ index, x }) =>
        index === undefined
          ? rulesIn(x + BLANK_EDGE, BLANK_EDGE, page.width - 2 * BLANK_EDGE, page.height - 2 * BLANK_EDGE)
          : [],
      ),
    }
  })
}
