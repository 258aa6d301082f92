import { describe, expect, it } from 'vitest'
import { rewriteMarks } from '../../../src/pdf/ua/drawing.ts'
import { UsedGlyphs } from '../../../src/pdf/ua/used-glyphs.ts'

const none: ReadonlySet<number> = new Set()
const outer = { middle: 400, isInner: false }
const inner = { withPieces: none, withText: none, ends: new Map() }
const page = { pictures: none, artifacts: none, heads: [], free: 7, ...outer, ...inner }

function marked(lines: string[], marks = page) {
  return rewriteMarks(`${lines.join('\n')}\n`, 'black', new UsedGlyphs(new Map()), marks)
}

const text = (y: number): string[] => ['BT', '/F4 12 Tf', `1 0 0 -1 10 ${y} Tm`, '<0001> Tj', 'ET']

describe('what a page draws', () => {
  it('has running heads and page numbers as artifacts, by their place', () => {
    const { drawing, generated } = marked(['q', ...text(60), ...text(740), 'Q'])
    expect(drawing.split('\n').filter((line) => /BDC|EMC/.test(line))).toEqual([
      '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
      'EMC',
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
      'EMC',
    ])
    expect(generated).toEqual([])
  })

  it('has lines and areas as artifacts, marked before their path begins', () => {
    const { drawing } = marked(['q', '0 0 5 1 re', 'f', 'Q'])
    expect(drawing).toBe('q\n/Artifact <</Type /Layout>> BDC\n0 0 5 1 re\nf\nEMC\nQ\n')
  })

  it('turns a tagged border into an artifact, and leaves a picture', () => {
    const border = ['/Table <</MCID 3 >>BDC', '0 0 0 rg', '0 0 5 1 re', 'f', 'EMC']
    const { drawing, decoration } = marked(border)
    expect(drawing).toBe('/Artifact <</Type /Layout>> BDC\n0 0 0 1 k\n0 0 5 1 re\nf\nEMC\n')
    expect([...decoration]).toEqual([3])
    const picture = marked(border, { ...page, pictures: new Set([3]) })
    expect(picture.drawing).toContain('/MCID 3')
    expect([...picture.decoration]).toEqual([])
  })

  it('ends a border of its own before a tagged one begins', () => {
    const { drawing } = marked([
      'q',
      '0 0 5 1 re',
      'f',
      '1 0 0 RG 1 0 0 rg',
      '/TH <</MCID 0 >>BDC',
      '0 5 5 1 re',
      'f',
      'EMC',
      'Q',
    ])
    const artifact = (...lines: string[]): string[] => ['/Artifact <</Type /Layout>> BDC', ...lines, 'EMC']
    expect(drawing.split('\n')).toEqual([
      'q',
      ...artifact('0 0 5 1 re', 'f', '1 0 0 RG 1 0 0 rg').slice(0, -1),
      'EMC',
      ...artifact('0 5 5 1 re', 'f'),
      'Q',
      '',
    ])
  })

  it('leaves a drawing to its own marks where it has any, and tags one of text alone', () => {
    const ends = new Map([[12, { first: { mcid: 0, y: 50 }, last: { mcid: 1, y: 80 } }]])
    const found = { withPieces: new Set([12]), withText: new Set([13]), ends }
    const { drawing, generated } = marked(['0 0 5 1 re', 'f', '/X12 Do', '/X13 Do', '/X14 Do'], {
      ...page,
      ...found,
      isInner: true,
    })
    expect(drawing.split('\n')).toEqual([
      '/Artifact <</Type /Layout>> BDC',
      '0 0 5 1 re',
      'f',
      'EMC',
      '/X12 Do',
      '/Span <</MCID 7>> BDC',
      '/X13 Do',
      'EMC',
      '/Artifact <</Type /Layout>> BDC',
      '/X14 Do',
      '',
      'EMC',
      '',
    ])
    expect(generated).toEqual([{ mcid: 7, y: Number.NaN, before: { mcid: 1, y: 80, drawing: 12 } }])
  })

  it('tags what a style sheet wrote in the text block, with the pieces around it', () => {
    const piece = (mcid: number, y: number): string[] => [`/P <</MCID ${mcid} >>BDC`, ...text(y), 'EMC']
    const block = ['q', '0 0 300 400 re', 'W* n', ...piece(0, 50), ...text(50), ...piece(1, 80), 'Q']
    const { drawing, generated } = marked(block)
    expect(drawing).toContain('/Span <</MCID 7>> BDC\nBT')
    expect(generated).toEqual([{ mcid: 7, y: 50, before: { mcid: 0, y: 50 }, after: { mcid: 1, y: 80 } }])
  })

  it('turns text that is no content into an artifact, and what a style sheet writes stands by other text', () => {
    const lines = (mcid: number) => [`/P <</MCID ${mcid} >>BDC`, ...text(50), 'EMC']
    const { drawing, decoration, ends } = marked([...lines(3), ...lines(4)], {
      ...page,
      artifacts: new Set([3]),
    })
    expect(drawing.split('\n').filter((line) => line.endsWith('BDC'))).toEqual([
      '/Artifact <</Type /Pagination>> BDC',
      '/P <</MCID 4 >>BDC',
    ])
    expect([...decoration]).toEqual([3])
    expect(ends?.first.mcid).toBe(4)
  })

  it('keeps the head of a table once where it is drawn again', () => {
    const lines = (mcid: number, glyph: string) =>
      [`/TH <</MCID ${mcid} >>BDC`, ...text(50), 'EMC'].map((line) => line.replace('0001', glyph))
    const { decoration } = marked(
      [
        ...lines(0, '0001'),
        ...lines(1, '0002'),
        ...lines(2, '0001'),
        ...lines(3, '0002'),
        ...lines(4, '0001'),
      ],
      { ...page, heads: [[0, 1, 2, 3]] as never },
    )
    expect([...decoration]).toEqual([2, 3])
  })

  it('keeps marks of emphasis from being read', () => {
    const glyphs = new UsedGlyphs(new Map([['F4', new Set([9])]]))
    const source = ['/Em <</MCID 0 >>BDC', 'BT', '/F4 6 Tf', '<0009> Tj', '<0001> Tj', 'ET', 'EMC'].join('\n')
    const { drawing } = rewriteMarks(source, 'black', glyphs, page)
    expect(drawing).toContain('/Span <</ActualText <FEFF>>> BDC\n<0009> Tj\nEMC\n<0001> Tj')
    expect(glyphs.codes('F4')).toEqual([1, 9])
  })

  it('leaves what was marked already', () => {
    const once = marked(['q', ...text(60), 'Q']).drawing
    expect(rewriteMarks(once, 'black', new UsedGlyphs(new Map()), page).drawing).toBe(once)
  })
})
