/** Two pages that stand side by side on one face of a sheet; indexes from 0, undefined is a blank page. */
export interface Spread {
  left: number | undefined
  right: number | undefined
  /** Sheet of the booklet, 0 the outermost. */
  sheet: number
}

/**
 * The faces of a booklet in the order of printing: front and back of each sheet, outermost sheet first, to be printed
 * on both sides (flipped on the short edge), stacked, folded in the middle and stapled there.
 */
export function bookletOrder(pages: number): Spread[] {
  const total = Math.ceil(pages / 4) * 4
  const page = (index: number): number | undefined => (index < pages ? index : undefined)
  return Array.from({ length: total / 4 }, (_, sheet): Spread[] => {
    const first = sheet * 2
    const last = total - 1 - first
    return [
      { sheet, left: page(last), right: page(first) },
      { sheet, left: page(first + 1), right: page(last - 1) },
    ]
  }).flat()
}

/**
 * How far the pages of a sheet move towards the spine: paper has a thickness, so that the inner sheets of a folded
 * booklet stick out and lose more at their edge when it is trimmed. `creep` is the innermost sheet's, in the same unit.
 */
export function creepOf(sheet: number, sheets: number, creep: number): number {
  return sheets < 2 ? 0 : (creep * sheet) / (sheets - 1)
}
