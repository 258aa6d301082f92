/** Text that a page must find a way with. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageGeometry, PT_PER_MM, PX_PER_MM } from '../../src/pdf/geometry.ts'
import { printSample } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const longTitle = '題名のとても長い会についての、たいへん長い題名の節と、その先へ続くことば'.repeat(4)

const extra = `この会はよかった🎉。また来る👍🏽。

{心|こころざし}と{志|こころざし}を{承|うけたまわ}る。

脚注のある文[^1]と、もう一つ[^two]。

[^1]: 一つ目の注。
[^two]: 二つ目の注。
`

describe('odd text', () => {
  const book = sampleBook({ events: 1, sessions: 2, sections: 2, points: 20, extra })
  const session = book.tree.children[0]?.children.find(({ type }) => type === 'session') as { title: string }
  session.title = longTitle
  const { fontSize, margins, width, textWidth } = pageGeometry(book.config)
  let bytes: Buffer
  let pdf: PDFDocumentProxy
  let pages: DrawnText[][]

  beforeAll(async () => {
    bytes = Buffer.from((await printSample(book)).pdf)
    pdf = await openPdf(bytes)
    pages = []
    for (let page = 1; page <= pdf.numPages; page++) pages.push(await pageText(pdf, page))
  })

  it('prints emoji in black, by a font', () => {
    const file = bytes.toString('latin1')
    expect(file).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoEmoji/)
    expect(file).not.toContain('/Subtype /Type3')
    expect(file).not.toContain('/Subtype /Image')
  })

  it('sets readings that are longer than their characters beside one another', () => {
    const readings = pages.flat().filter(({ text }) => /^(?:こころざし|うけたまわ)$/.test(text))
    expect(readings.map(({ text }) => text)).toEqual(['こころざし', 'こころざし', 'うけたまわ'])
    for (const [at, { x, width: own }] of readings.entries()) {
      expect(readings[at + 1]?.x ?? Infinity).toBeGreaterThanOrEqual(x + own - 0.1)
    }
  })

  it('prints footnotes at the end of their chapter', () => {
    const texts = pages.map((runs) => runs.map(({ text }) => text.replaceAll(/\s/g, '')).join(''))
    const notes = texts.findIndex((text) => text.includes('一つ目の注。'))
    const next = texts.findIndex((text, at) => at > notes && text.includes('1つ目の論点'))
    expect(texts[notes]).toContain('二つ目の注。')
    expect(texts.findIndex((text) => text.includes('脚注のある文'))).toBeLessThanOrEqual(notes)
    expect(texts.slice(notes + 1, next).filter((text) => text.includes('番目の点'))).toEqual([])
  })

  it('keeps a long head within the text block', () => {
    const heads = pages.flatMap((runs, at) =>
      runs
        .filter(({ text, size }) => text.startsWith('題名のとても') && size < fontSize * 0.55)
        .map((run) => ({ ...run, at })),
    )
    expect(heads.length).toBeGreaterThan(0)
    for (const { text, x, width: own, at } of heads) {
      expect(text.endsWith('…')).toBe(true)
      const left = at % 2 === 0 ? margins.inner : width - margins.inner - textWidth / PX_PER_MM
      expect(x).toBeGreaterThan(left * PT_PER_MM - 1)
      expect(x + own).toBeLessThan(left * PT_PER_MM + textWidth * 0.75 + 1)
    }
  })
})
