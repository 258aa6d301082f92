import { describe, expect, it } from 'vitest'
import { pageLabel, paginate } from '../../src/pdf/paginate.ts'
import type { Sheet } from '../../src/pdf/sheet.ts'

function sheet(id: string, changes: Partial<Sheet> = {}): Sheet {
  const root = { type: 'element' as const, tagName: 'section', properties: { id }, children: [] }
  return {
    id,
    kind: 'chapter',
    title: id,
    root,
    opens: 'recto',
    numbering: 'arabic',
    folios: true,
    ...changes,
  }
}

describe('paginate', () => {
  it('puts a blank page before a chapter that would open on a left-hand page', () => {
    const sheets = [sheet('a'), sheet('b'), sheet('c')]
    const { blanks, pages, printed } = paginate(sheets, [0, 3, 4], 6, 1)
    expect(blanks).toEqual([0, 1, 1])
    expect(pages).toHaveLength(8)
    expect([0, 2, 3, 4, 5].map(printed)).toEqual([0, 2, 4, 6, 7])
  })

  it('numbers the front in roman and the body from 1, blanks counted', () => {
    const front = { numbering: 'roman' as const }
    const sheets = [sheet('half', front), sheet('preface', front), sheet('a')]
    const { pages } = paginate(sheets, [0, 1, 2], 4, 1)
    expect(pages.map(({ label }) => label)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2'])
  })

  it('prints heads neither on openers nor on blanks', () => {
    const heads = { verso: 'event', recto: 'session' }
    const { pages } = paginate([sheet('a', { heads }), sheet('b', { heads })], [0, 3], 5, 1)
    expect(pages.map(({ head }) => head)).toEqual(['', 'event', 'session', '', '', 'event'])
    expect(pages.map(({ folio }) => folio)).toEqual([true, true, true, false, true, true])
  })

  it.each([
    [1, 4],
    [4, 4],
    [8, 8],
    [16, 16],
    [5, 5],
  ])('pads to a multiple of %i with the closing page last', (multiple, total) => {
    const closing = sheet('colophon', { opens: 'verso', folios: false })
    const { pages, printed } = paginate([sheet('a'), closing], [0, 3], 4, multiple)
    expect(pages).toHaveLength(total)
    expect(printed(3)).toBe(total - 1)
  })

  it('writes roman numbers', () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1999].map((number) => pageLabel(number, 'roman'))).toEqual([
      'i',
      'iv',
      'ix',
      'xiv',
      'xl',
      'xc',
      'cd',
      'mcmxcix',
    ])
  })
})
