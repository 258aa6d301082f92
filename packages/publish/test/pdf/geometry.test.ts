import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { bookSchema } from '../../src/config/schema.ts'
import { pageGeometry, PX_PER_MM } from '../../src/pdf/geometry.ts'

function geometry(page: Record<string, unknown>, writingMode = 'horizontal') {
  return pageGeometry(
    v.parse(bookSchema, { title: 't', page, writingMode }) as Parameters<typeof pageGeometry>[0],
  )
}

describe('pageGeometry', () => {
  it.each([
    ['a4', 210, 297],
    ['a5', 148, 210],
    ['b5', 182, 257],
    ['b6', 128, 182],
    [[100, 150], 100, 150],
    [[300, 300], 300, 300],
  ])('%s: whole characters and lines between margins that add up', (size, width, height) => {
    const page = geometry({ size })
    expect([page.width, page.height]).toEqual([width, height])
    expect(page.textWidth % page.fontSize).toBe(0)
    expect(page.textHeight % page.line).toBe(0)
    const { top, bottom, inner, outer } = page.margins
    expect(inner + outer + page.textWidth / PX_PER_MM).toBeCloseTo(width, 6)
    expect(top + bottom + page.textHeight / PX_PER_MM).toBeCloseTo(height, 6)
    expect(outer).toBeGreaterThan(5)
    expect(bottom).toBeGreaterThan(5)
  })

  it('keeps the inner and upper margins that book.yaml names', () => {
    const { margins } = geometry({ size: 'a5', margins: { inner: 30, top: 25 } })
    expect(margins.inner).toBe(30)
    expect(margins.top).toBe(25)
  })

  it.each([
    ['a4', 210],
    ['a5', 148],
    ['b5', 182],
    ['b6', 128],
    [[120, 188], 120],
  ])('%s with vertical lines: whole characters down, whole lines across', (size, width) => {
    const page = geometry({ size }, 'vertical')
    const characters = page.textHeight / page.fontSize
    expect(Number.isInteger(characters)).toBe(true)
    expect(page.textWidth / page.line).toBe(page.lines)
    // JLREQ's longest vertical line, and one that is worth a line.
    expect(characters).toBeLessThanOrEqual(52)
    expect(characters).toBeGreaterThan(30)
    expect(page.margins.inner).toBeGreaterThan(page.margins.outer - page.line / PX_PER_MM)
    expect(page.margins.inner + page.margins.outer + page.textWidth / PX_PER_MM).toBeCloseTo(width, 6)
  })
})
