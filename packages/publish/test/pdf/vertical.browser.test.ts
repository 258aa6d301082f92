/** A book with vertical lines, as another reader of PDFs sees it. */
import type { Page } from 'puppeteer'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { prepareBook } from '../../src/pdf/prepare.ts'
import { printPrepared, type RenderedPdf } from '../../src/pdf/render-pdf.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'
import { wrongStarts } from '../support/typeset-lines.ts'

const extra = `これは行の頭に来てはならない文字の列を試すための長い段落で、句点。読点、括弧「かぎ」（まる）、小さい「ゃゅょっ」、長音のサーバー、くり返しの人々、感嘆！疑問？を、何度も何度も、くり返す。${'サーバーレスのマイクロサービス、オブザーバビリティ、ロードバランサー、キャッシュ、フェイルオーバー、チェックリスト、そして「終わり」。'.repeat(4)}

得意なのはLambda。<abbr>Dynamo</abbr>ねむりの話。

{継続|けいぞく}的な*配備*の話。12月にAWSのPodが落ちる！？

| 項目 | 値 |
|--|--|
| 遅延 | 10ms |

\`\`\`ts
const 値: number = 1 // 日本語の注
\`\`\`

${Array.from({ length: 80 }, (_, at) => `    長い符号の${at}行目\n`).join('')}
| 行 | 名 |
|--|--|
${Array.from({ length: 70 }, (_, at) => `| 第${at}行 | 名前${at} |\n`).join('')}
`

/** Characters of one vertical line, from top to bottom. */
interface Column {
  page: number
  x: number
  size: number
  text: string
}

describe('a printed book with vertical lines', () => {
  const config = { writingMode: 'vertical', page: { size: 'b5' } }
  const book = sampleBook({ events: 2, sessions: 4, sections: 3, points: 14, extra, config })
  const { width, height, line, fontSize, margins } = pageGeometry(book.config)
  const size = fontSize * 0.75
  const points = (millimetres: number): number => (millimetres * 72) / 25.4
  let printed: RenderedPdf
  let prints = 0
  let pdf: PDFDocumentProxy
  let labels: string[]
  let texts: string[]
  let runs: DrawnText[][]
  let columns: Column[]

  beforeAll(async () => {
    const input = renderInput(book)
    const print = (page: Page): Promise<Uint8Array> => {
      prints++
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
    }
    printed = await printPrepared(await prepareBook(input), input, { browser: await testBrowser(), print })
    pdf = await openPdf(printed.pdf)
    labels = (await pdf.getPageLabels()) ?? []
    texts = []
    runs = []
    for (let page = 1; page <= pdf.numPages; page++) {
      texts.push(await plainPage(pdf, page))
      runs.push(await pageText(pdf, page))
    }
    columns = runs.flatMap((own, at) => columnsOf(own, at))
  })

  it('breaks pages where they were measured', () => {
    expect(prints).toBe(1)
    expect(pdf.numPages).toBeGreaterThan(40)
  })

  it('is bound on the right, its first page alone', async () => {
    const preferences = (await pdf.getViewerPreferences()) as unknown as Map<string, string>
    expect(preferences.get('Direction')).toBe('R2L')
    expect(await pdf.getPageLayout()).toBe('TwoPageRight')
  })

  it('has the gutter on the right of odd pages and on the left of even ones', () => {
    let seen = 0
    const slack = (line * 0.75 - size) / 2
    for (const [at] of runs.entries()) {
      const own = body().filter(({ page }) => page === at)
      if (own.length < 10) continue
      seen++
      const right = points(width) - Math.max(...own.map(({ x }) => x)) - size - slack
      const left = Math.min(...own.map(({ x }) => x)) - slack
      const [rightMargin, leftMargin] =
        at % 2 === 0 ? [margins.inner, margins.outer] : [margins.outer, margins.inner]
      expect(right).toBeGreaterThan(points(rightMargin) - 2)
      expect(left).toBeGreaterThan(points(leftMargin) - 2)
    }
    expect(seen).toBeGreaterThan(20)
  })

  it('prints heads and numbers across, at the outer edge', () => {
    let [seen, heads] = [0, 0]
    for (const [at, own] of runs.entries()) {
      const label = labels[at] ?? ''
      const lowest = own.toSorted((a, b) => a.y - b.y)[0]
      if (!lowest || lowest.y > points(margins.bottom) || texts[at] === '') continue
      expect(lowest.text).toBe(label)
      const isLeft = lowest.x < points(width) / 2
      expect(isLeft).toBe(at % 2 === 0)
      seen++
      const head = own.filter(({ y }) => y > points(height - margins.top))
      if (head.length === 0) continue
      heads++
      expect(new Set(head.map(({ y }) => Math.round(y))).size).toBe(1)
      expect(head.every(({ x }) => x < points(width) / 2)).toBe(isLeft)
    }
    expect(seen).toBeGreaterThan(30)
    expect(heads).toBeGreaterThan(15)
  })

  it('puts every line of the body on the grid', () => {
    const step = line * 0.75
    for (const parity of [0, 1]) {
      const own = body().filter(({ page }) => page % 2 === parity)
      const rests = own.map(({ x }) => Math.round((x % step) * 10) / 10)
      const usual = rests.toSorted((a, b) => a - b)[rests.length >> 1] ?? 0
      const off = own.filter((_, at) => {
        const rest = Math.abs((rests[at] ?? 0) - usual)
        return Math.min(rest, step - rest) > 0.5
      })
      expect(off.map(({ page, text }) => `${page} ${text}`)).toEqual([])
    }
    expect(body().length).toBeGreaterThan(300)
  })

  it('begins no line with a character that may not stand there', () => {
    expect(wrongStarts(body().map((column) => ({ ...column, y: 0 })))).toEqual([])
  })

  it('leaves no heading as the last line of a page', () => {
    const end = texts.findLastIndex((text) => text.includes('資料を見る'))
    const lasts = runs.slice(0, end + 1).map((_, at) => {
      const own = columns.filter(({ page, size: drawn }) => page === at && drawn > size * 0.95)
      return own.length > 5 ? own.toSorted((a, b) => a.x - b.x)[0] : undefined
    })
    expect(lasts.filter((last) => last && last.size > size * 1.05)).toEqual([])
  })

  it('opens every part and chapter on an odd page, and the contents say which', async () => {
    const contents = texts.slice(0, labels.indexOf('1')).join('')
    const outline = await pdf.getOutline()
    const chapters = outline.flatMap(({ items }) => items)
    expect(chapters).toHaveLength(8)
    for (const { title, dest } of chapters) {
      const at = await pageOf(dest)
      expect(at % 2).toBe(0)
      expect(contents).toContain(`${title.replaceAll(/\s/g, '')}${labels[at]}`)
    }
  })

  it('leads from the contents to the page where each chapter and section begins', async () => {
    const outline = await pdf.getOutline()
    const chapters = outline.flatMap(({ items }) => items)
    const entries = chapters.flatMap((chapter) => [chapter, ...chapter.items])
    expect(entries.length).toBeGreaterThan(24)
    const linked = new Set<number>()
    for (let page = 1; page <= labels.indexOf('1'); page++) {
      for (const { dest } of await (await pdf.getPage(page)).getAnnotations()) {
        if (dest) linked.add(await pageOf(dest))
      }
    }
    for (const { title, dest } of entries) {
      const at = await pageOf(dest)
      expect(texts[at]).toContain(title.replaceAll(/\s/g, ''))
      expect([...linked]).toContain(at)
    }
  })

  it('sets small tables and code across and turns those higher than a page with the lines', () => {
    const at = texts.findIndex((text) => text.includes('遅延'))
    const row = (runs[at] ?? []).filter(({ text }) => /遅延|10ms/u.test(text))
    expect(row).toHaveLength(2)
    expect(row[0]?.y).toBeCloseTo(row[1]?.y ?? 0, 1)
    const all = texts.join('')
    for (const rest of [0, 40, 69]) expect(all).toContain(`第${rest}行名前${rest}`)
    expect(all).toContain('const値:number=1//日本語の注')
    const pages = texts.flatMap((text, page) => (/長い符号の\d+行目/u.test(text) ? [page] : []))
    expect(pages.length).toBeGreaterThan(1)
  })

  it('keeps the text of numbers side by side and of acronyms', () => {
    const at = texts.findIndex((text) => text.includes('12月にAWSのPodが落ちる'))
    expect(at).toBeGreaterThan(0)
    const own = runs[at] ?? []
    const of = (text: string): DrawnText => own.findLast((run) => run.text.trim() === text) as DrawnText
    // One below the other.
    expect(of('A').x).toBeCloseTo(of('S').x, -0.5)
    expect(of('A').y).toBeGreaterThan(of('W').y + size * 0.8)
  })

  it('keeps kana behind letters of another element in their line', () => {
    const own = runs[texts.findIndex((text) => text.includes('ねむりの話'))] ?? []
    const at = own.findIndex(({ text }, index) => text === 'ね' && own[index + 1]?.text === 'む')
    expect(own[at]?.x).toBeCloseTo(own[at + 1]?.x ?? 0, 1)
    expect((own[at]?.y ?? 0) - (own[at + 1]?.y ?? 0)).toBeLessThan(size * 1.2)
  })

  it('sets readings and emphasis dots on the right of their characters', () => {
    const at = texts.findIndex((text) => text.includes('けいぞく'))
    const own = runs[at] ?? []
    const reading = own.find(({ text }) => text.trim() === 'け') as DrawnText
    const base = own.find(({ text, y }) => text.trim() === '継' && Math.abs(y - reading.y) < size * 2)
    expect(reading.size).toBeLessThan(size * 0.6)
    expect(reading.x).toBeGreaterThan((base?.x ?? Infinity) + size * 0.8)
    const dots = own.filter(({ text }) => text.trim() === '﹅')
    expect(dots).toHaveLength(2)
    for (const dot of dots) expect(dot.x).toBeGreaterThan((base?.x ?? Infinity) + size * 0.5)
  })

  it('tells where each page begins', () => {
    expect(printed.pageMap.pages.map(({ index }) => index)).toEqual(
      texts.flatMap((text, at) => (text === '' ? [] : [at])),
    )
    for (const { label, index } of printed.pageMap.pages) expect(label).toBe(labels[index])
  })

  /** Lines of some characters in the size of the body; narrow letters alone stand beside the middle. */
  function body(): Column[] {
    return columns.filter((column) => Math.abs(column.size - size) < 0.1 && column.text.length > 2)
  }

  function columnsOf(own: readonly DrawnText[], page: number): Column[] {
    const inside = own.filter(
      ({ y, text, size: drawn }) =>
        y > points(margins.bottom) &&
        y < points(height - margins.top) &&
        [...text.trim()].length === 1 &&
        drawn > 0,
    )
    const rows = new Map<string, DrawnText[]>()
    for (const run of inside) {
      const key = `${Math.round(run.x * 2)} ${run.size.toFixed(1)}`
      rows.set(key, [...(rows.get(key) ?? []), run])
    }
    return [...rows.values()].map((row) => {
      const sorted = row.toSorted((a, b) => b.y - a.y)
      const text = sorted.map((run) => run.text.trim()).join('')
      return { page, x: sorted[0]?.x ?? 0, size: sorted[0]?.size ?? 0, text }
    })
  }

  async function pageOf(dest: string | unknown[] | null): Promise<number> {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    return await pdf.getPageIndex(explicit?.[0] as { num: number; gen: number })
  }
})
