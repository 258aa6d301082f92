import { describe, expect, it } from 'vitest'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const MM = 72 / 25.4
const small = { events: 1, sessions: 2, sections: 2, points: 4 }

describe('a book for the press', () => {
  it.each([
    ['a4', 210, 297],
    ['a5', 148, 210],
    ['b5', 182, 257],
    ['b6', 128, 182],
    [[120, 188], 120, 188],
  ])('%s has exact boxes and mirrored gutters', async (size, width, height) => {
    const book = sampleBook({ ...small, config: { page: { size } } })
    const { pdf: bytes } = await printSample(book)
    const trim = boxes(bytes, 'TrimBox')
    expect(trim.length).toBeGreaterThan(8)
    for (const [left = 0, lower = 0, right = 0, upper = 0] of trim) {
      expect(right - left).toBeCloseTo(width * MM, 2)
      expect(upper - lower).toBeCloseTo(height * MM, 2)
    }
    const { margins } = pageGeometry(book.config)
    const pdf = await openPdf(bytes)
    const opener = (await pdf.getPageLabels())?.indexOf('3') ?? 0
    expect(await leftEdge(opener + 1)).toBeCloseTo(margins.inner * MM, 0)
    expect(await leftEdge(opener + 2)).toBeCloseTo(margins.outer * MM, 0)

    async function leftEdge(page: number): Promise<number> {
      return Math.min(...(await pageText(pdf, page)).map(({ x }) => x))
    }
  })

  it('has bleed and crop marks where they are asked for', async () => {
    const book = sampleBook({ ...small, config: { pdf: { bleed: 3, marks: true } } })
    const { pdf: bytes } = await printSample(book)
    const [media = []] = boxes(bytes, 'MediaBox')
    const [bleed = []] = boxes(bytes, 'BleedBox')
    const [trim = []] = boxes(bytes, 'TrimBox')
    const size = ([left = 0, , right = 0]: number[]): number => (right - left) / MM
    expect([size(media), size(bleed), size(trim)].map((each) => Math.round(each * 10) / 10)).toEqual([
      174, 154, 148,
    ])
    expect((trim[0] ?? 0) - (bleed[0] ?? 0)).toBeCloseTo(3 * MM, 2)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.match(/\/Contents \[\d+ 0 R \d+ 0 R\]/g)).toHaveLength(boxes(bytes, 'TrimBox').length)
    expect(text).toContain('q 0 0 0 1 K .25 w')
  })

  it('prints with black alone in one colour', async () => {
    const extra = '```ts\nconst answer = 42 // なぜ\n```\n'
    const { operators } = await drawn({ colour: 'one' }, extra)
    expect(operators.has('k')).toBe(true)
    expect([...operators].filter((each) => each === 'rg' || each === 'RG')).toEqual([])
    const full = await drawn({}, extra)
    expect(full.operators.has('rg')).toBe(true)
    expect(full.black).toEqual([])
  })
})

async function drawn(config: Record<string, unknown>, extra: string) {
  const { inflateSync } = await import('node:zlib')
  const { pdf } = await printSample(sampleBook({ ...small, config, extra }))
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const operators = new Set<string>()
  const black: string[] = []
  for (const match of text.matchAll(/<<\/Filter \/FlateDecode\n\/Length (\d+)>> stream\n/g)) {
    const start = match.index + match[0].length
    const stream = inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1')
    if (!/\bBT\n/.test(stream)) continue
    for (const [, operator = ''] of stream.matchAll(/(?<=\s)(rg|RG|k|K)(?=\s)/g)) operators.add(operator)
    black.push(...(stream.match(/(?<!\S)0 0 0 (?:rg|RG)/g) ?? []))
  }
  return { operators, black }
}

/** One box of every page. */
function boxes(pdf: Uint8Array, name: string): number[][] {
  const text = Buffer.from(pdf).toString('latin1')
  const found = text.matchAll(new RegExp(`/${name} \\[([-\\d. ]+)\\]`, 'g'))
  return Array.from(found, ([, box = '']) => box.split(' ').map(Number))
}
