import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import type { RenderedPdf } from '../../src/pdf/render-pdf.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'
import { type Line, linesByPage, offGrid, readLines, wrongStarts } from '../support/typeset-lines.ts'

const extra = `これは行の頭に来てはならない文字の列を試すための長い段落で、句点。読点、括弧「かぎ」（まる）、小さい「ゃゅょっ」、長音のサーバー、くり返しの人々、感嘆！疑問？を、何度も何度も、くり返す。サーバーレスのマイクロサービス、オブザーバビリティ、ロードバランサー、キャッシュ、フェイルオーバー、チェックリスト、そして「終わり」。

{継続|けいぞく}的な{配備|はいび}の話。数字は2019年のWeb、英語はKubernetesのPod。**太字**と\`code\`、髙橋①★。

\`\`\`ts
const 値: number = 1 // 日本語の注
\`\`\`

| 項目 | 値 |
|--|--|
| 遅延 | 10ms |

https://example.com/${'a-very-long-path/'.repeat(12)}end

${Array.from({ length: 90 }, (_, at) => `${longText(at)}\n`).join('\n')}`

/** A paragraph of several lines, which all begin with the same character. */
function longText(at: number): string {
  return `${'一二三四五六七八九十'.charAt(at % 10).repeat(95 + (at % 5) * 17)}。`
}

describe('typography', () => {
  const book = sampleBook({ events: 1, sessions: 6, sections: 4, points: 17, extra })
  const { line, fontSize, margins, textWidth } = pageGeometry(book.config)
  const size = fontSize * 0.75
  let printed: RenderedPdf
  let pdf: PDFDocumentProxy
  let lines: Line[]

  beforeAll(async () => {
    printed = await printSample(book)
    pdf = await openPdf(printed.pdf)
    lines = await readLines(pdf)
  })

  it('begins no line with a character that may not stand there', () => {
    const body = lines.filter((each) => Math.abs(each.size - size) < 0.1)
    expect(body.length).toBeGreaterThan(300)
    expect(wrongStarts(body)).toEqual([])
  })

  it('puts every baseline of the body on the grid', () => {
    const body = lines.filter((each) => Math.abs(each.size - size) < 0.1)
    expect(offGrid(body, line * 0.75)).toEqual([])
  })

  it('leaves no heading as the last line of a page, and no lone line of a point', () => {
    const pages = Array.from({ length: pdf.numPages }, (_, at) =>
      lines.filter((each) => each.page === at + 1 && each.size > size * 0.95),
    ).filter((own) => own.length > 5)
    const lasts = pages.map((own) => own.at(-1))
    expect(lasts.filter((last) => (last?.size ?? 0) > size * 1.05)).toEqual([])
    // Every point of the sample takes two lines, which end so.
    expect(lines.filter(({ text }) => text.endsWith('足りるとい')).length).toBeGreaterThan(100)
    expect(lasts.filter((last) => last?.text.endsWith('足りるとい'))).toEqual([])
  })

  it('leaves two lines at least of a paragraph on each side of a break', () => {
    const starts = linesByPage(lines.filter((each) => Math.abs(each.size - size) < 0.1)).map((own) =>
      own.map(({ text }) => /^([一二三四五六七八九十])\1+。?$/.exec(text)?.[1]),
    )
    let broken = 0
    for (const [at, own] of starts.entries()) {
      const last = own.at(-1)
      const next = starts[at + 1] ?? []
      if (last === undefined || last !== next[0]) continue
      broken++
      expect([own.at(-2), next[1]]).toEqual([last, last])
    }
    expect(broken).toBeGreaterThan(1)
  })

  it('keeps everything inside the text block', () => {
    const left = Math.min(margins.inner, margins.outer) * (72 / 25.4)
    expect(Math.min(...lines.map(({ x }) => x))).toBeGreaterThan(left - 1)
    expect(textWidth % fontSize).toBe(0)
  })

  it('embeds no Type 3 font and none of the machine', () => {
    const file = Buffer.from(printed.pdf).toString('latin1')
    const names = [...file.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name = '']) => name)
    expect(file).not.toContain('/Subtype /Type3')
    expect(file.match(/\/FontFile2/g)?.length).toBeGreaterThan(0)
    expect(new Set(names.map((name) => name.split('-')[0]?.replace(/(?:ExtraLight|Thin)$/, '')))).toEqual(
      new Set(['NotoSansJP', 'MPLUS1Code']),
    )
  })

  it('keeps the characters of the source in the text layer', () => {
    const all = lines
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '')
    expect(all).toContain('髙橋①★')
    expect(all).toContain('const値:number=1//日本語の注')
    expect(all).toContain('a-very-long-path/'.repeat(12))
    expect(all).not.toMatch(/[\u2E80-\u2FDF]/)
  })

  it('prints the same bytes again', async () => {
    const again = await printSample(book)
    expect(Buffer.compare(Buffer.from(again.pdf), Buffer.from(printed.pdf))).toBe(0)
    expect(again.pageMap).toEqual(printed.pageMap)
  })
})
