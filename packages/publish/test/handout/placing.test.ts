import { describe, expect, it } from 'vitest'
import { handoutPage, type Layout, layouts, papers, type Paper } from '../../src/handout/layouts.ts'
import { placePages } from '../../src/handout/placing.ts'

function place(pages: number, layout: Layout, paper: Paper = 'a4', creep = 0) {
  const { sheet, width, height } = handoutPage(layout, paper)
  return placePages(pages, { layout, sheet, page: { width, height }, creep })
}

const imposed = layouts.filter((layout) => layout !== '1up' && layout !== 'cornell')

describe('placePages', () => {
  it.each(imposed.flatMap((layout) => Object.keys(papers).map((paper) => [layout, paper as Paper] as const)))(
    '%s on %s holds every page once, on the sheet, in its proportions',
    (layout, paper) => {
      const { width, height } = handoutPage(layout, paper)
      for (const count of [1, 2, 5, 9]) {
        const sheets = place(count, layout, paper)
        const found = sheets.flatMap(({ pages }) => pages.map(({ index }) => index))
        expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n))
        for (const sheet of sheets) {
          for (const page of sheet.pages) {
            expect(page.width / page.height).toBeCloseTo(width / height, 6)
            expect(page.x).toBeGreaterThanOrEqual(0)
            expect(page.x + page.width).toBeLessThanOrEqual(sheet.width + 1e-6)
            expect(page.y + page.height).toBeLessThanOrEqual(sheet.height + 1e-6)
          }
          for (const { x, y, width: length } of sheet.rules) {
            expect(x + length).toBeLessThan(sheet.width)
            expect(y).toBeLessThan(sheet.height)
          }
        }
      }
    },
  )

  it.each(imposed)('%s draws no line across a page', (layout) => {
    for (const { pages, rules } of place(3, layout)) {
      for (const page of pages) {
        const across = rules.filter(
          ({ x, y, width }) =>
            y > page.y && y < page.y + page.height - 1e-6 && x < page.x + page.width && x + width > page.x,
        )
        expect(across).toEqual([])
      }
    }
  })

  it('puts two pages beside each other, and four in two rows', () => {
    const [two] = place(2, '2up')
    expect(two?.width).toBeGreaterThan(two?.height ?? 0)
    expect(two?.pages[0]?.y).toBe(two?.pages[1]?.y)
    const [four] = place(4, '4up')
    expect(four?.pages.map(({ y }) => y === four.pages[0]?.y)).toEqual([true, true, false, false])
  })

  it('moves the inner sheets of a booklet towards the spine', () => {
    const sheets = place(8, 'booklet', 'a4', 2)
    expect(sheets[0]?.pages.map(({ x }) => x)).toEqual([0, 148.5])
    expect(sheets[3]?.pages.map(({ x }) => x)).toEqual([2, 146.5])
  })
})
