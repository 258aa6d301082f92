import { describe, expect, it } from 'vitest'
import { pageLabelTree } from '../../src/pdf/page-labels.ts'
import { pageLabel, paginate, romanValue } from '../../src/pdf/paginate.ts'
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

  it('numbers volumes through, each with an even number of pages', () => {
    const volume = (number: number): Sheet[] => [
      sheet(`front-${number}`, { volume: number, numbering: 'roman' }),
      sheet(`body-${number}`, { volume: number }),
      sheet(`colophon-${number}`, { volume: number, opens: 'any', folios: false }),
    ]
    const sheets = [...volume(1), ...volume(2)]
    // Fronts of three and one pages, bodies of two and three, colophons of one.
    const { pages, volumes } = paginate(sheets, [0, 3, 5, 6, 7, 10], 11, 1)
    expect(pages.map(({ label }) => label).join(' ')).toBe('i ii iii iv 1 2 3 4 v vi 5 6 7 8')
    expect(volumes).toEqual([
      { from: 0, to: 8, fromSheet: 0, toSheet: 3 },
      { from: 8, to: 14, fromSheet: 3, toSheet: 6 },
    ])
    expect(pageLabelTree(pages.slice(8))).toBe('<</Nums [0 <</S /r /St 5>> 2 <</S /D /St 5>>]>>')
    expect(pageLabelTree(pages.slice(0, 8))).toBe('<</Nums [0 <</S /r>> 4 <</S /D>>]>>')
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
    expect(['i', 'iv', 'xiv', 'mcmxcix'].map(romanValue)).toEqual([1, 4, 14, 1999])
  })
})
