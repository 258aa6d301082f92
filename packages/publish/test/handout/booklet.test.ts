import { describe, expect, it } from 'vitest'
import { bookletOrder, creepOf } from '../../src/handout/booklet.ts'

/** Folds the printed sheets in the middle and leafs through them: indexes of pages in the order of reading. */
function leafThrough(pages: number): (number | undefined)[] {
  const faces = bookletOrder(pages)
  const sheets = faces.length / 2
  const read: (number | undefined)[] = []
  // Forwards over the right halves, outermost sheet first: the front's right page, and what is printed behind it.
  for (let sheet = 0; sheet < sheets; sheet++) read.push(faces[sheet * 2]?.right, faces[sheet * 2 + 1]?.left)
  for (let sheet = sheets - 1; sheet >= 0; sheet--)
    read.push(faces[sheet * 2 + 1]?.right, faces[sheet * 2]?.left)
  return read
}

describe('bookletOrder', () => {
  it('puts the first page beside the last, and the second behind the first', () => {
    expect(bookletOrder(8)).toEqual([
      { sheet: 0, left: 7, right: 0 },
      { sheet: 0, left: 1, right: 6 },
      { sheet: 1, left: 5, right: 2 },
      { sheet: 1, left: 3, right: 4 },
    ])
  })

  it.each([1, 2, 3, 4, 5, 7, 8, 12, 13, 16, 33, 100])('reads in order when %i pages are folded', (pages) => {
    const read = leafThrough(pages)
    expect(read.length % 4).toBe(0)
    expect(read.length).toBeLessThan(pages + 4)
    expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, index) => index))
    expect(read.slice(pages).every((page) => page === undefined)).toBe(true)
  })

  it('leaves nothing for no pages', () => {
    expect(bookletOrder(0)).toEqual([])
  })
})

describe('creepOf', () => {
  it('grows evenly from the outermost sheet to the innermost', () => {
    expect([0, 1, 2].map((sheet) => creepOf(sheet, 3, 1.5))).toEqual([0, 0.75, 1.5])
    expect(creepOf(0, 1, 1.5)).toBe(0)
  })
})
