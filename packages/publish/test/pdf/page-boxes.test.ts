import { describe, expect, it } from 'vitest'
import { type Geometry, pageGeometry, PT_PER_MM } from '../../src/pdf/geometry.ts'
import { cropMarks, pageBoxes } from '../../src/pdf/page-boxes.ts'
import { sampleBook } from '../support/sample-book.ts'

/** As Chromium writes a page, rounded to its pixels. */
function printed({ width, height, bleed, slug }: Geometry): string {
  const [w, h] = [width, height].map((side) => Math.floor(((side + 2 * (bleed + slug)) * 96) / 25.4) * 0.75)
  return `/MediaBox [0 0 ${w} ${h}]`
}

describe.each([['a5'], ['b5'], [[120, 188]]])('a page of %j', (size) => {
  const { config } = sampleBook({ config: { page: { size }, pdf: { bleed: 3, marks: true } } })
  const geometry = pageGeometry(config)
  const mediaBox = printed(geometry)
  const box = (name: string): number[] =>
    new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(pageBoxes(mediaBox, geometry))?.[1]?.split(' ').map(Number) ??
    []
  const [left = 0, lower = 0, right = 0, upper = 0] = box('BleedBox')

  it('is as large as it is cut, and the bleed around it', () => {
    const [l = 0, d = 0, r = 0, u = 0] = box('TrimBox')
    expect([r - l, u - d].map((points) => points / PT_PER_MM)).toEqual([
      expect.closeTo(geometry.width, 3),
      expect.closeTo(geometry.height, 3),
    ])
    expect([l - left, d - lower, right - r, upper - u].map((points) => points / PT_PER_MM)).toEqual(
      Array.from({ length: 4 }, () => expect.closeTo(3, 3)),
    )
  })

  it('has eight crop marks outside of the bleed, in line with the cut', () => {
    const marks = [...cropMarks(mediaBox, geometry).matchAll(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm)]
    const ends = marks.map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number])
    expect(ends).toHaveLength(8)
    const [l = 0, d = 0, r = 0, u = 0] = box('TrimBox')
    const [paperLeft = 0, paperLower = 0, paperRight = 0, paperUpper = 0] = box('MediaBox')
    const isOutside = (x: number, y: number): boolean => x < left || x > right || y < lower || y > upper
    for (const [x1, y1, x2, y2] of ends) {
      expect([isOutside(x1, y1), isOutside(x2, y2)]).toEqual([true, true])
      expect(x1 === x2 ? [l, r].includes(x1) : y1 === y2 && [d, u].includes(y1)).toBe(true)
      expect([x1, x2].every((x) => x > paperLeft && x < paperRight)).toBe(true)
      expect([y1, y2].every((y) => y > paperLower && y < paperUpper)).toBe(true)
    }
  })
})
