import { beforeAll, describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { printLocators } from '../../src/pdf/locators.ts'
import { renderVolumes, type RenderedVolumes } from '../../src/pdf/render-volumes.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'
import { volumeWords } from '../../src/volumes/names.ts'
import { textFiles } from '../epub/read-epub.ts'

/** A page as it was printed. */
interface ReadPage {
  volume: number
  label: string
  /** Lines from top to bottom. */
  lines: { text: string; size: number }[]
  /** Its text as it was drawn, one column after the other. */
  text: string
}

const input = renderInput(
  sampleBook({ events: 3, sessions: 2, sections: 3, points: 12, config: { volumes: 'event' } }),
)
const { mark } = volumeWords('ja')
let made: RenderedVolumes
let pages: ReadPage[]

beforeAll(async () => {
  made = await renderVolumes(input, { browser: await testBrowser() })
  pages = []
  for (const [at, { pdf }] of made.volumes.entries()) pages.push(...(await readPages(pdf, at + 1)))
})

describe('a book in three volumes', () => {
  it('is numbered through', () => {
    const labels = pages.map(({ label }) => label)
    const arabic = labels.filter((label) => /^\d+$/.test(label))
    expect(arabic).toEqual(arabic.map((_, at) => String(at + 1)))
    expect(new Set(labels).size).toBe(labels.length)
    expect(made.volumes.map((volume) => volume.pages % 2)).toEqual([0, 0, 0])
    // The body of each volume begins on a right-hand page with an odd number.
    const first = made.volumes.map((_, at) =>
      pages.find((page) => page.volume === at + 1 && /^\d/.test(page.label)),
    )
    expect(first.map((page) => Number(page?.label) % 2)).toEqual([1, 1, 1])
  })

  it('names volume and page of every session in each table of contents', () => {
    const found = pages.flatMap((page) =>
      page.lines
        .filter(({ text, size }) => size > 14 && /^継続的な配備の話\d-\d$/.test(text))
        .map(({ text }) => ({ text, page })),
    )
    expect(found).toHaveLength(6)
    for (const volume of [1, 2, 3]) {
      const contents = pages.filter((page) => page.volume === volume && /^[ivxl]+$/.test(page.label))
      const lines = new Set(contents.flatMap((page) => page.lines.map(({ text }) => text)))
      const expected = found.map(({ text, page }) => `${text}${other(page.volume, volume)}${page.label}`)
      expect(expected.filter((line) => !lines.has(line))).toEqual([])
    }
  })

  it('names volume and page of every place in each index', () => {
    const sections = pages.flatMap((page, index) =>
      page.lines
        .filter(({ text, size }) => size > 10 && /^\dつ目の論点：手順と責任$/.test(text))
        .map(() => ({ index })),
    )
    expect(sections).toHaveLength(18)
    for (const volume of [1, 2, 3]) {
      const located = sections.map(({ index }, at) => ({ id: String(at), page: index, primary: at === 0 }))
      const label = (index: number): string => pages[index]?.label ?? ''
      const printed = printLocators(located, label, (index) => other(pages[index]?.volume, volume))
      const expected = printed.map(({ text }) => text).join(',')
      const index = pages.filter(
        (page) => page.volume === volume && page.lines.some(({ text }) => text === '索引'),
      )
      const text = index.map((page) => page.text).join('')
      expect(text).toContain(`エラー予算${expected}`)
    }
  })

  it('has links that lead to a place in the same file, and no others', async () => {
    for (const { pdf } of made.volumes) {
      const file = await openPdf(pdf)
      let links = 0
      const lost: unknown[] = []
      for (let number = 1; number <= file.numPages; number++) {
        for (const { dest, url } of await (await file.getPage(number)).getAnnotations()) {
          links++
          if (url === undefined && !(await file.getDestination(dest as string))) lost.push(dest)
        }
      }
      expect(lost).toEqual([])
      expect(links).toBeGreaterThan(10)
    }
  })

  it('says on the title page which volume it is', () => {
    const titles = pages.filter(
      ({ lines }) => lines.some(({ text }) => text === '聞き書き') && lines.length < 6,
    )
    const names = titles
      .map(({ lines }) => lines.map(({ text }) => text))
      .filter((lines) => lines.length === 4)
    expect(names.map((lines) => lines.slice(2))).toEqual([
      ['第1巻', '第1回設計と運用の会'],
      ['第2巻', '第2回設計と運用の会'],
      ['第3巻', '第3回設計と運用の会'],
    ])
  })

  it('has an ePub of each volume with the pages of its PDF', async () => {
    for (const [at, volume] of made.plan.entries()) {
      const pageMap = made.volumes[at]?.pageMap
      const { epub } = await renderEpub({
        ...input,
        ...(pageMap && { pageMap }),
        volume: { plan: made.plan, volume, places: made.places },
      })
      const files = textFiles(epub)
      const opf = files.get('content.opf') ?? ''
      expect(opf).toContain('<meta property="belongs-to-collection" id="volumes">設計と運用のノート</meta>')
      expect(opf).toContain(`<meta property="group-position" refines="#volumes">${at + 1}</meta>`)
      const list = /doc-pagelist[^]*?<\/nav>/.exec(files.get('toc.xhtml') ?? '')?.[0] ?? ''
      const labels = Array.from(list.matchAll(/<a href="[^"]+">([^<]+)<\/a>/g), ([, label]) => label)
      expect(labels).toEqual(pageMap?.pages.map(({ label }) => label))
      const others = (files.get('toc.xhtml') ?? '').split('other-volume').slice(1).join('')
      const entries = Array.from(others.matchAll(/継続的な配備の話 (\d)-\d<span class="page-ref"> (.)\d+/g))
      expect(entries).toHaveLength(4)
      expect(entries.every(([, event, circled]) => circled === mark(Number(event)))).toBe(true)
      const index = (files.get('index.xhtml') ?? '').replaceAll(/<[^>]+>/g, '')
      const printed = pages
        .filter((page) => page.volume === at + 1 && page.lines.some(({ text }) => text === '索引'))
        .map(({ text }) => text)
        .join('')
      const entry = /エラー予算([①②③\d,–]+)/.exec(printed)?.[1] ?? ''
      expect(entry.length).toBeGreaterThan(10)
      expect(index.replaceAll(/\s/g, '')).toContain(`エラー予算${entry}`)
    }
  })
})

describe('a vertical book in two volumes', () => {
  it('has in each file the pages of its own volume alone', async () => {
    const config = { volumes: 'event', writingMode: 'vertical' }
    const book = sampleBook({ events: 2, sessions: 1, sections: 1, points: 3, config })
    const { volumes } = await renderVolumes(renderInput(book), { browser: await testBrowser() })
    const first: string[] = []
    for (const [at, volume] of volumes.entries()) {
      const read = await readPages(volume.pdf, at + 1)
      expect(read).toHaveLength(volume.pages)
      first.push(read[0]?.text ?? '', read[2]?.text ?? '')
    }
    expect(first.map((text) => /第(\d)巻/.exec(text)?.[1])).toEqual(['1', '1', '2', '2'])
  })
})

function other(volume: number | undefined, here: number): string {
  return volume === undefined || volume === here ? '' : mark(volume)
}

async function readPages(bytes: Uint8Array, volume: number): Promise<ReadPage[]> {
  const pdf = await openPdf(bytes)
  const labels = (await pdf.getPageLabels()) ?? []
  const read: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const rows = new Map<number, DrawnText[]>()
    const drawn = await pageText(pdf, number)
    for (const run of drawn) {
      const row = [...rows.keys()].find((y) => Math.abs(y - run.y) < 3) ?? run.y
      rows.set(row, [...(rows.get(row) ?? []), run])
    }
    const lines = [...rows]
      .toSorted(([a], [b]) => b - a)
      .map(([, runs]) => ({
        text: runs
          .toSorted((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\s+/g, ''),
        size: Math.max(...runs.map(({ size }) => size)),
      }))
    const text = drawn
      .map((run) => run.text)
      .join('')
      .replaceAll(/\s+/g, '')
    read.push({ volume, label: labels[number - 1] ?? '', lines, text })
  }
  return read
}
