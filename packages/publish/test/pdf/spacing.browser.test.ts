/** Spaces between characters as JLREQ has them, measured where the characters were drawn. */
import { beforeAll, describe, expect, it } from 'vitest'
import { printSample } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const extra = `暦は2019年のWeb版、{継続|けいぞく}の話。

括弧「かぎ」（まる）、終わり。
`

describe('spacing', () => {
  let runs: DrawnText[]
  /** The run with a text; titles and heads, which speak of 配備, are passed over. */
  const find = (text: string): DrawnText => {
    const found = runs.find((run) => run.text.includes(text) && !run.text.includes('配備'))
    if (!found) throw new Error(`“${text}” was not printed.`)
    return found
  }

  beforeAll(async () => {
    const book = sampleBook({ events: 1, sessions: 1, sections: 1, points: 2, extra })
    const pdf = await openPdf((await printSample(book)).pdf)
    runs = []
    for (let page = 1; page <= pdf.numPages; page++) runs.push(...(await pageText(pdf, page)))
  })

  it('parts Latin letters and digits from Japanese', () => {
    // The reader says a space where there is a gap; the notes have none.
    expect(find('2019').text).toMatch(/^暦は 2019 年の Web 版、$/)
  })

  it('sets two brackets or stops in a row with half a character between them', () => {
    const [first, second, third] = [find('括弧'), find('（まる）'), find('、終わり')]
    expect((second.x - first.x) / first.size).toBeCloseTo(5.5, 1)
    expect((third.x - second.x) / first.size).toBeCloseTo(3.5, 1)
  })

  it('sets readings in half the size, in the middle above their characters', () => {
    const [above, below] = [find('けいぞく'), find('継続')]
    expect(below.text).toBe('継続')
    expect(above.size / below.size).toBeCloseTo(0.5, 2)
    expect(above.y - below.y).toBeGreaterThan(below.size * 0.8)
    expect(above.x + above.width / 2).toBeCloseTo(below.x + below.width / 2, 0)
  })
})
