/** The conditions of the Matterhorn protocol 1.1 over what each theme draws. */
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderHandouts } from '../../src/handout/render-handouts.ts'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import type { RenderInput } from '../../src/model.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { builtInThemes } from '../../src/theme/manifest.ts'
import { CheckedFile } from '../support/matterhorn/checked-file.ts'
import { heardPages } from '../support/matterhorn/document.ts'
import { claims, failures } from '../support/matterhorn/failures.ts'
import { testBrowser } from '../support/print-sample.ts'
import { contentFolder } from '../support/real-books.ts'

const books = { 'odd things': join(import.meta.dirname, 'odd-book'), 'our own notes': contentFolder }

let folder: string
let copies = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notes-themes-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** A book with more in its book.yaml, so that a theme's page is its own, too. */
async function bookWith(book: keyof typeof books, config: string): Promise<RenderInput> {
  const root = join(folder, String(copies++))
  await cp(books[book], root, { recursive: true })
  await appendFile(join(root, 'book.yaml'), `\n${config}\n`)
  const { book: loaded, assets } = await loadBook(root)
  const { theme } = await loadTheme(loaded.config.theme, root)
  return { book: loaded, theme, assets, now: new Date('2019-04-01T00:00:00Z') }
}

async function expectGood(input: RenderInput): Promise<Uint8Array> {
  const { pdf, messages } = await renderPdf(input, { browser: await testBrowser() })
  expect(await failures(pdf)).toEqual([])
  expect(claims(messages)).toEqual([])
  return pdf
}

/** What `matterhorn.browser.test.ts` does not print anyhow. */
const themed = (['odd things', 'our own notes'] as const)
  .flatMap((book) =>
    builtInThemes.flatMap((theme) =>
      (['horizontal', 'vertical'] as const).map((mode) => ({ book, theme, mode })),
    ),
  )
  .filter(({ book, theme, mode }) => theme !== 'plain' || (book === 'our own notes' && mode === 'vertical'))

describe('PDF/UA-1', () => {
  it.each(themed)('is followed by $book in the theme $theme, $mode', async ({ book, theme, mode }) => {
    await expectGood(await bookWith(book, `theme: ${theme}\nwritingMode: ${mode}`))
  })

  it('is followed in little paper of one colour, with bleed and crop marks', async () => {
    const config = 'theme: dense\ncolour: one\npdf: { bleed: 3, marks: true }'
    await expectGood(await bookWith('odd things', config))
  })

  it('is followed by the handouts of our own notes on little paper', async () => {
    const options = { browser: await testBrowser(), layout: '1up' as const }
    const { files } = await renderHandouts(await bookWith('our own notes', 'theme: dense'), options)
    const pdfs = files.filter(({ path }) => path.endsWith('.pdf'))
    expect(pdfs.length).toBeGreaterThan(10)
    for (const { bytes } of pdfs) expect(await failures(bytes)).toEqual([])
  })

  it('is not claimed where the browser draws a text twice to fade it, and the reader is told', async () => {
    const input = await bookWith('odd things', 'theme: dense')
    const printCss = `${input.theme.printCss}\nblockquote { mask-image: linear-gradient(#000, transparent) }`
    const theme = { ...input.theme, printCss }
    const { pdf, messages } = await renderPdf({ ...input, theme }, { browser: await testBrowser() })
    const found = new Set((await failures(pdf)).map((failure) => failure.slice(0, 6)))
    expect([...found]).toEqual(['30-002', '06-002'])
    expect(claims(messages)).toEqual([expect.stringContaining('(30-002)')])
  })

  it('is followed where texts and pictures let the paper shine through, and sounds the same', async () => {
    const input = await bookWith('odd things', 'theme: plain')
    const faint =
      'h1, h2, td, p { opacity: .6 } li > p, li { opacity: .8 } table { mix-blend-mode: multiply } img { opacity: .5 }'
    const printCss = `${input.theme.printCss}\n${faint}`
    const pdf = await expectGood({ ...input, theme: { ...input.theme, printCss } })
    const { pdf: solid } = await renderPdf(input, { browser: await testBrowser() })
    const [own, other] = [await CheckedFile.open(pdf), await CheckedFile.open(solid)]
    expect(own.drawings.forms.size).toBeGreaterThan(other.drawings.forms.size)
    expect(heardPages(own)).toBe(heardPages(other))
  })
})
