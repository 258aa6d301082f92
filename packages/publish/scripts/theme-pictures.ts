/**
 * Makes the pictures of docs/themes.md out of the book in `content/`: cover, five pages and a handout in each theme. Needs a browser and `pdftoppm` (poppler).
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { findBrowser } from '../src/browser/index.ts'
import { loadBook } from '../src/load/load-book.ts'
import { loadTheme } from '../src/load/theme.ts'
import { renderEpub } from '../src/epub/render-epub.ts'
import { renderHandouts } from '../src/handout/render-handouts.ts'
import { renderPdf } from '../src/pdf/render-pdf.ts'
import { builtInThemes } from '../src/theme/manifest.ts'
import { unzipSync } from 'fflate'

const content = fileURLToPath(new URL('../../../content', import.meta.url))
const images = fileURLToPath(new URL('../../../docs/images', import.meta.url))
/** Chapters whose first page is shown, and a session with code, a table and what was asked. */
const shown = ['next-web-2019', 'sre', 'glossary', 'index']
const session = 'https'
const height = 380
const gap = 10
const perRow = 4

const browser = await findBrowser(process.env)
if (browser.missing !== undefined) throw new Error(browser.missing)
mkdirSync(images, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'themes-'))
for (const name of builtInThemes) {
  const book = join(folder, name)
  cpSync(content, book, { recursive: true, filter: (path) => !path.includes('node_modules') })
  const config = readFileSync(join(book, 'book.yaml'), 'utf8').replace(/^page:\n(?: .*\n)+/mu, '')
  writeFileSync(join(book, 'book.yaml'), `${config}theme: ${name}\n`)
  const loaded = await loadBook(book)
  const { theme } = await loadTheme(name, book)
  const input = { book: loaded.book, assets: loaded.assets, theme, now: new Date(Date.UTC(2026, 0, 1)) }
  const { pdf, pageMap } = await renderPdf(input, { browser })
  const { epub } = await renderEpub({ ...input, pageMap })
  const handouts = await renderHandouts(input, { browser, sessions: [session] })
  const starts = shown.map((id) => pageMap.pages.find(({ nodeId }) => nodeId === id)?.index ?? 0)
  // Where the session has its code; small type brings it a page earlier.
  const code = (starts[1] ?? 0) + (name === 'dense' ? 1 : 2)
  const pages = [...starts.slice(0, 2), code, ...starts.slice(2)]
  const pictures = [
    unzipSync(epub)['OEBPS/images/cover.png'] as Uint8Array,
    ...pages.map((page) => pageOf(pdf, page)),
    pageOf((handouts.files.find(({ path }) => !path.includes('tagged')) as { bytes: Uint8Array }).bytes, 0),
  ]
  await writeRows(pictures, join(images, `theme-${name}.png`))
}
rmSync(folder, { recursive: true })

/** A page as PNG; pages count from 0. */
function pageOf(pdf: Uint8Array, page: number): Uint8Array {
  const file = join(folder, 'page.pdf')
  writeFileSync(file, pdf)
  const number = String(page + 1)
  execFileSync('pdftoppm', ['-r', '96', '-f', number, '-l', number, '-png', file, join(folder, 'page')])
  const png = readdirSync(folder).find((each) => /^page-.*\.png$/u.test(each)) ?? ''
  const bytes = readFileSync(join(folder, png))
  rmSync(join(folder, png))
  return bytes
}

/** Pictures of one height in rows. */
async function writeRows(pictures: readonly Uint8Array[], path: string): Promise<void> {
  const scaled = await Promise.all(
    pictures.map((picture) => sharp(picture).resize({ height }).toBuffer({ resolveWithObject: true })),
  )
  let [left, width, rows] = [gap, 0, 1]
  const layers = scaled.map(({ data, info }, at) => {
    if (at > 0 && at % perRow === 0) [left, rows] = [gap, rows + 1]
    const layer = { input: data, left, top: gap + (rows - 1) * (height + gap) }
    left += info.width + gap
    width = Math.max(width, left)
    return layer
  })
  const canvas = { width, height: rows * (height + gap) + gap, channels: 3, background: '#8a8f94' } as const
  const png = sharp({ create: canvas })
    .composite(layers)
    .png({ palette: true, colours: 24, compressionLevel: 9 })
  writeFileSync(path, await png.toBuffer())
}
