import { inflateSync } from 'node:zlib'
import { createSegmenterTokenizer, linkTerms } from '@notes/glossary'
import type { Session } from '@notes/parser'
import { toString } from 'hast-util-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { layouts } from '../../src/handout/layouts.ts'
import { renderHandouts, type RenderedHandouts } from '../../src/handout/render-handouts.ts'
import type { Book } from '../../src/model.ts'
import { objectText, pageObjects, readPdf, reference, streamOf } from '../../src/pdf/pdf-file.ts'
import { composeAll } from '../support/compose-all.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

function handoutBook(): Book {
  const book = sampleBook({
    events: 1,
    sessions: 3,
    sections: 9,
    points: 12,
    extra: '![](none.png)\n\n1. 一\n2. 二',
  })
  const tokenizer = createSegmenterTokenizer()
  const { tree } = linkTerms(book.tree, book.terms, { tokenizer, mode: 'every' })
  const sessions =
    tree.children[0]?.children.filter((child): child is Session => child.type === 'session') ?? []
  const [, , short] = sessions
  if (short) short.children = short.children.slice(0, 2)
  if (sessions[0]) sessions[0].urls = [{ url: 'https://example.com/talks/1' }]
  return { ...book, tree }
}

const input = renderInput(handoutBook())
const fileOf = ({ files }: RenderedHandouts, path: string): Uint8Array =>
  files.find((file) => file.path === path)?.bytes ?? new Uint8Array()

async function allText(bytes: Uint8Array): Promise<string> {
  const pdf = await openPdf(bytes)
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => plainPage(pdf, at + 1)))
  return pages.join('\n')
}

describe('handouts', () => {
  let made: RenderedHandouts
  let long: Uint8Array
  let pages: DrawnText[][]

  beforeAll(async () => {
    made = await renderHandouts(input, { browser: await testBrowser() })
    long = fileOf(made, 'talk.pdf')
    const pdf = await openPdf(long)
    pages = []
    for (let page = 1; page <= pdf.numPages; page++) pages.push(await pageText(pdf, page))
  })

  it('are one file a session and one of all', () => {
    expect(made.files.map(({ path }) => path)).toEqual(['talk.pdf', 'talk-2.pdf', 'talk-3.pdf', 'all.pdf'])
    const counts = made.files.map((file) => file.pages)
    expect(counts.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(counts[3])
    expect(counts[0]).toBeGreaterThan(1)
    expect(counts[2]).toBe(1)
  })

  it('hold every character of the notes', async () => {
    for (const { id, sheet } of composeAll(input.book, input.assets)) {
      const counts = charactersOf(await allText(fileOf(made, `${id}.pdf`)))
      const wanted = [...charactersOf(toString(sheet.root))]
      expect(wanted.filter(([character, count]) => (counts.get(character) ?? 0) < count)).toEqual([])
    }
  })

  it('number their pages, and name the event', () => {
    for (const [at, runs] of pages.entries()) {
      const lowest = Math.min(...runs.map(({ y }) => y))
      const folio = runs
        .filter(({ y }) => Math.abs(y - lowest) < 1)
        .map(({ text }) => text)
        .join(' ')
      expect(folio).toContain('設計と運用の会')
      expect(folio).toContain(`${at + 1} / ${pages.length}`)
    }
  })

  it('leave no heading at the foot of a column', () => {
    const headings = pages.flatMap((runs) =>
      runs
        .filter(({ text, size }) => /つ目の論点/.test(text) && size > 8.5)
        .map((heading) => ({ runs, heading })),
    )
    expect(headings).toHaveLength(9)
    for (const { runs, heading } of headings) {
      const below = runs.filter(
        ({ x, y, size }) => Math.abs(x - heading.x) < 30 && y < heading.y - 2 && size > 7.5 && y > 60,
      )
      expect(below.length).toBeGreaterThanOrEqual(2)
    }
  })

  it('define a term at the foot of the page that uses it first', () => {
    const texts = pages.map((runs) => runs.map(({ text }) => text).join(''))
    const definitions = texts.map((text) => text.split('使ってよい失敗の量').length - 1)
    expect(definitions.reduce((sum, count) => sum + count, 0)).toBe(2)
    for (const term of ['当番', '計測']) {
      const first = texts.findIndex((text) => text.includes(term))
      expect(texts[first]).toMatch(new RegExp(`${term}\\s*使ってよい失敗の量`))
    }
  })

  it('are black in K alone, with embedded fonts, tags and a language', () => {
    const file = readPdf(long)
    for (const page of pageObjects(file)) {
      const contents = streamOf(file, reference(objectText(file, page), 'Contents') ?? 0)
      const drawing = inflateSync(contents?.data ?? Buffer.alloc(0)).toString('latin1')
      expect(drawing).toContain('0 0 0 1 k')
      expect(drawing).not.toMatch(/(?<!\S)0 0 0 (?:rg|RG)(?!\S)/)
    }
    const objects = [...file.objects.keys()].map((number) => objectText(file, number))
    const fonts = objects.filter((text) => text.includes('/Type /FontDescriptor'))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/FontFile[23] /)
    const root = objectText(file, file.root)
    expect(root).toContain('/StructTreeRoot')
    expect(root).toContain('/Lang (ja)')
  })

  it('are the same bytes again', async () => {
    const again = await renderHandouts(input, { browser: await testBrowser() })
    expect(again.files.map(({ path }) => path)).toEqual(made.files.map(({ path }) => path))
    const differing = again.files.filter(
      ({ path, bytes }) => Buffer.compare(Buffer.from(bytes), Buffer.from(fileOf(made, path))) !== 0,
    )
    expect(differing.map(({ path }) => path)).toEqual([])
  })

  it.each(layouts.filter((layout) => layout !== '1up'))(
    '%s says the same, and keeps its bytes',
    async (layout) => {
      const options = { browser: await testBrowser(), layout, paper: 'b5', sessions: ['talk'] } as const
      const { files, messages } = await renderHandouts(input, options)
      expect(messages).toEqual([])
      const imposed = layout !== 'cornell'
      expect(files.map(({ path }) => path)).toEqual(imposed ? ['talk.pdf', 'talk.tagged.pdf'] : ['talk.pdf'])
      const [sheets, tagged = sheets] = files
      if (!sheets || !tagged) throw new Error('nothing was made')
      expect(charactersOf(await allText(sheets.bytes))).toEqual(charactersOf(await allText(tagged.bytes)))
      expect(await linksOf(sheets.bytes)).toEqual(await linksOf(tagged.bytes))
      expect(objectText(readPdf(tagged.bytes), readPdf(tagged.bytes).root)).toContain('/StructTreeRoot')
      const again = await renderHandouts(input, options)
      expect(Buffer.compare(Buffer.from(again.files[0]?.bytes ?? []), Buffer.from(sheets.bytes))).toBe(0)
    },
  )

  it('make the other sessions where one does not exist', async () => {
    const { files, messages } = await renderHandouts(input, {
      browser: await testBrowser(),
      sessions: ['talk-3', 'talk-9'],
    })
    expect(files.map(({ path }) => path)).toEqual(['talk-3.pdf'])
    expect(messages.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^There is no session “talk-9”, so it has no handout\. Did you mean “talk-\d”\?$/,
      ),
    ])
  })
})

function charactersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of [...text.replaceAll(/\s/g, '')].toSorted()) {
    counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}

/** Addresses on the web that a PDF links to, each once. */
async function linksOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes)
  const links = new Set<string>()
  for (let page = 1; page <= pdf.numPages; page++) {
    for (const { url } of await (await pdf.getPage(page)).getAnnotations()) if (url) links.add(String(url))
  }
  return [...links].toSorted()
}
