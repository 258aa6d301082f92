/** Each theme in print: page, fonts, and that what a theme says cannot break a book. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { renderHandouts } from '../../src/handout/render-handouts.ts'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import type { RenderInput } from '../../src/model.ts'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'
import { testBrowser } from '../support/print-sample.ts'
import { openPdf } from '../support/read-pdf.ts'
import { offGrid, readLines } from '../support/typeset-lines.ts'
import { exampleBook } from './example.ts'

const folder = mkdtempSync(join(tmpdir(), 'themes-'))
const example = exampleBook()
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(example, { recursive: true })
})
const now = new Date('2019-04-01T00:00:00Z')
const notes =
  '# 会\n\n前書き。\n\n## 話\n\n本文と**重要**と`code`、*強調*。\n\n### 節\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'

async function inputOf(root: string): Promise<RenderInput> {
  const { book, assets } = await loadBook(root)
  const { theme } = await loadTheme(book.config.theme, root)
  return { book, theme, assets, now }
}

function write(name: string, files: Record<string, string>): string {
  const root = join(folder, name)
  mkdirSync(join(root, 't'), { recursive: true })
  writeFileSync(join(root, 'notes.md'), notes)
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  return root
}

/** Size of the trimmed page in millimetres, and the fonts' names and kinds. */
async function factsOf(pdf: Uint8Array): Promise<{ size: number[]; fonts: string[]; kinds: string[] }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { width, height } = document.getPage(0).getTrimBox()
  const fonts = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('Font'))
  const name = (key: string) =>
    fonts.map((font) => String(font.get(PDFName.of(key))).replace(/^\/(?:[A-Z]{6}\+)?/u, ''))
  return {
    size: [width, height].map((points) => Math.round((points * 25.4 * 10) / 72) / 10),
    fonts: [...new Set(name('BaseFont'))].toSorted(),
    kinds: [...new Set(name('Subtype'))].toSorted(),
  }
}

describe.each([
  ['plain', [148, 210], ['NotoSansJP']],
  ['serif', [182, 257], ['NotoSansJP', 'NotoSerifJP']],
  ['dense', [148, 210], ['NotoSansJP']],
])('%s', (name, size, families) => {
  it('prints its page in its fonts, all embedded as outlines', async () => {
    const root = write(name, { 'book.yaml': `theme: ${name}` })
    const { pdf, messages } = await renderPdf(await inputOf(root), { browser: await testBrowser() })
    const facts = await factsOf(pdf)
    expect(facts.size).toEqual(size)
    expect(facts.kinds).not.toContain('Type3')
    const used = new Set(facts.fonts.map((font) => /^(?:NotoSansJP|NotoSerifJP|MPLUS1Code)/u.exec(font)?.[0]))
    expect([...used].filter((family) => family !== 'MPLUS1Code').toSorted()).toEqual(families)
    expect(messages.map(String)).toEqual([])
  })

  it('prints a longer book with every line on the grid, and its handouts', async () => {
    const { theme } = await loadTheme(name, folder)
    const { book } = await loadBook(write(name, { 'book.yaml': `theme: ${name}` }))
    const sample = sampleBook({ config: { page: book.config.page, handout: book.config.handout } })
    const input = { book: sample, theme, assets: new Map(), now }
    const browser = await testBrowser()
    const { pdf, pages } = await renderPdf(input, { browser })
    expect(pages).toBeGreaterThan(15)
    const { fontSize, line } = pageGeometry(sample.config)
    const body = (await readLines(await openPdf(pdf))).filter(
      (each) => each.page > 6 && Math.abs(each.size - fontSize * 0.75) < 0.1,
    )
    expect(body.length).toBeGreaterThan(150)
    expect(offGrid(body, line * 0.75)).toEqual([])
    const ids = sample.tree.children.flatMap(({ children }) =>
      children.filter(({ type }) => type === 'session'),
    )
    const [first] = ids as { id: string }[]
    const { files } = await renderHandouts(input, { browser, sessions: [first?.id ?? ''] })
    expect(files.map(({ path }) => path)).toContain(`${first?.id}.pdf`)
  })
})

it('a theme of one’s own prints its page in its font', async () => {
  const { pdf } = await renderPdf(await inputOf(example), { browser: await testBrowser() })
  const { size, fonts, kinds } = await factsOf(pdf)
  expect(size).toEqual([140, 200])
  expect(fonts).toContain('LiberationSans')
  expect(fonts.some((font) => font.startsWith('NotoSerifJP'))).toBe(true)
  expect(kinds).not.toContain('Type3')
})

it.each([
  ['hides everything', '* { display: none !important }'],
  ['takes everything out of the flow', '* { position: fixed !important; float: right !important }'],
  ['makes everything huge', '* { font-size: 9999px !important; line-height: 50 !important }'],
  ['makes everything nothing', '* { font-size: 0 !important; width: 0 !important }'],
  ['breaks everywhere', '* { break-before: page !important; break-after: column !important }'],
  ['takes the layout’s lengths', ':root { --line: 0px !important; --text-height: 1px !important }'],
])('a theme that %s ends in a book or in a diagnostic', async (what, css) => {
  const root = write(`bad-${what.length}`, { 'book.yaml': 'theme: ./t', 't/theme.css': css })
  const outcome = await renderPdf(await inputOf(root), {
    browser: await testBrowser(),
    timeout: 8_000,
  }).then(
    ({ pages }) => pages,
    (error: Error) => error.constructor.name,
  )
  expect(outcome === 'PdfError' || Number(outcome) > 0).toBe(true)
})
