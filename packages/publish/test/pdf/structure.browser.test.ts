import { beforeAll, describe, expect, it } from 'vitest'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Book } from '../../src/model.ts'
import type { RenderedPdf } from '../../src/pdf/render-pdf.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf, pageText, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const config = {
  creators: [{ name: '見本 花子' }],
  subjects: ['運用', '設計'],
  identifiers: { pdf: 'urn:uuid:00000000-0000-8000-8000-000000000001' },
  page: { size: 'b5', multipleOf: 8 },
}

describe('the printed book', () => {
  let printed: RenderedPdf
  let pdf: PDFDocumentProxy
  let labels: string[]
  let texts: string[]

  beforeAll(async () => {
    const book = sampleBook({ config, sessions: 4, points: 14 })
    splitByEvent(book, '運用')
    printed = await printSample(book)
    pdf = await openPdf(printed.pdf)
    labels = (await pdf.getPageLabels()) ?? []
    texts = []
    for (let page = 1; page <= pdf.numPages; page++) texts.push(await plainPage(pdf, page))
  })

  it('has exact boxes on every page', async () => {
    for (let page = 1; page <= pdf.numPages; page++) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(page)).view
      expect(right - left).toBeCloseTo((182 * 72) / 25.4, 2)
      expect(top - bottom).toBeCloseTo((257 * 72) / 25.4, 2)
    }
  })

  it('is padded to a multiple, with the colophon last', () => {
    expect(pdf.numPages).toBe(printed.pages)
    expect(pdf.numPages % 8).toBe(0)
    expect(texts.at(-1)).toContain('見本花子')
    expect(texts.at(-2)).toBe('')
  })

  it('numbers the front in roman, the body from 1, as the page labels say', async () => {
    const first = labels.indexOf('1')
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv'])
    expect(labels.slice(first, first + 3)).toEqual(['1', '2', '3'])
    for (const [at, text] of texts.entries()) {
      if (at < 4 || text === '' || at === texts.length - 1) continue
      const runs = await pageText(pdf, at + 1)
      const lowest = runs.reduce((low, run) => (run.y < low.y ? run : low))
      expect(lowest.text).toBe(labels[at])
    }
  })

  it('opens every part and chapter on a right-hand page, without a running head', async () => {
    const outline = await pdf.getOutline()
    const all = outline.flatMap((part) => [part, ...part.items])
    const openers = all.filter(({ title }) => /^(?:継続的|第\d回|索引|用語集)/.test(title))
    expect(openers).toHaveLength(12)
    for (const entry of openers) {
      const at = await pageOf(entry.dest)
      expect(at % 2).toBe(0)
      const top = (await pdf.getPage(at + 1)).view[3] ?? 0
      const highest = Math.max(...(await pageText(pdf, at + 1)).map(({ y }) => y))
      expect(top - highest).toBeGreaterThan((25 * 72) / 25.4)
    }
    const first = openers.find(({ title }) => title === '継続的な配備の話 1-1')
    expect(labels[await pageOf(first?.dest ?? null)]).toBe('3')
  })

  it('has running heads on every other page of the body: the event left, the session right', async () => {
    const outline = await pdf.getOutline()
    const parts = outline.filter(({ items }) => items.length > 0)
    const openers = new Set(
      await Promise.all(parts.flatMap((part) => [part, ...part.items]).map(({ dest }) => pageOf(dest))),
    )
    const glossary = [...outline].find((entry) => entry.title === '用語集')
    const end = await pageOf(glossary?.dest ?? null)
    let seen = 0
    for (let at = Math.min(...openers); at < end; at++) {
      if (openers.has(at) || texts[at] === '') continue
      const runs = await pageText(pdf, at + 1)
      const top = Math.max(...runs.map(({ y }) => y))
      const head = runs
        .filter(({ y }) => y === top)
        .map(({ text }) => text)
        .join('')
      const expected = at % 2 === 1 ? /^第\d回設計と運用の会$/ : /^継続的な配備の話\d-\d$/
      expect(head.replaceAll(/\s/g, '')).toMatch(expected)
      seen++
    }
    expect(seen).toBeGreaterThan(12)
  })

  it('has an outline of three levels with clean titles', async () => {
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toEqual([
      '設計と運用のノート',
      '目次',
      '第1回 設計と運用の会',
      '第2回 設計と運用の会',
      '用語集',
      '登壇者',
      '索引',
      'リンク集',
      '奥付',
    ])
    expect(outline[2]?.items[0]?.items.map((entry: { title: string }) => entry.title)).toEqual([
      '1つ目の論点：手順と責任',
      '2つ目の論点：手順と責任',
      '3つ目の論点：手順と責任',
    ])
  })

  it('prints the right numbers in contents and index', async () => {
    const outline = await pdf.getOutline()
    const pages = new Map<string, string>()
    for (const chapter of outline.flatMap(({ items }) => items)) {
      pages.set(chapter.title.replaceAll(/\s/g, ''), labels[await pageOf(chapter.dest)] ?? '')
    }
    const contents = texts.slice(4, labels.indexOf('1')).join('')
    expect(pages.size).toBe(8)
    for (const [title, label] of pages) expect(contents).toContain(`${title}${label}`)
    const index = texts.find((text) => /索引.*エラー予算/.test(text) && !text.includes('目次')) ?? ''
    const numbers = /エラー予算([\d,–]+)/.exec(index)?.[1] ?? ''
    const sections = outline.flatMap(({ items }) => items.flatMap((chapter) => chapter.items))
    const expected = new Set(
      await Promise.all(sections.map(async ({ dest }) => labels[await pageOf(dest)] ?? '')),
    )
    expect(expand(numbers)).toEqual([...expected].map(Number).toSorted((a, b) => a - b))
  })

  it('prints the pages of an index entry of many places event by event', async () => {
    const index = texts.find((text) => /索引.*運用第1回/.test(text)) ?? ''
    const numbers = /運用第1回設計と運用の会([\d,–]+)第2回設計と運用の会([\d,–]+)/.exec(index)?.slice(1) ?? []
    const outline = await pdf.getOutline()
    const parts = outline.filter(({ items }) => items.length > 0)
    const expected = await Promise.all(
      parts.map(({ items }) =>
        // Every third section: the first one of each session.
        Promise.all(items.map(async ({ items: [first] }) => Number(labels[await pageOf(first.dest)]))),
      ),
    )
    expect(numbers.map(expand)).toEqual(expected)
  })

  it('says what it is', async () => {
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: '設計と運用のノート 聞き書き',
      Author: '見本 花子',
      Keywords: '運用, 設計',
      CreationDate: "D:20190401000000+00'00'",
    })
    expect(metadata?.get('dc:title')).toBe('設計と運用のノート 聞き書き')
    expect([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual([
      'Marked',
      true,
    ])
  })

  it('tells where each page begins', async () => {
    expect(printed.pageMap.pdfIdentifier).toBe(config.identifiers.pdf)
    expect(printed.pageMap.pages.length).toBeGreaterThan(20)
    for (const { label, index, nodeId } of printed.pageMap.pages) {
      expect(label).toBe(labels[index])
      expect(nodeId).not.toBe('')
      expect(texts[index]).not.toBe('')
    }
    expect(printed.pageMap.pages.map(({ index }) => index)).toEqual(
      texts.flatMap((text, at) => (text === '' ? [] : [at])),
    )
  })

  async function pageOf(dest: string | unknown[] | null): Promise<number> {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    return await pdf.getPageIndex(explicit?.[0] as { num: number; gen: number })
  }
})

/** As the index does with more than ten places. */
function splitByEvent(book: Book, heading: string): void {
  const entry = book.index.groups.flatMap(({ entries }) => entries).find((each) => each.heading === heading)
  if (!entry) throw new Error(`The index has no “${heading}”.`)
  entry.byEvent = book.tree.children.map(({ id, title }) => ({
    eventId: id,
    title,
    locators: entry.locators.filter(({ eventId }) => eventId === id),
  }))
}

/** `1, 3–5` as 1, 3, 4, 5. */
function expand(numbers: string): number[] {
  return numbers.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('–').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}
