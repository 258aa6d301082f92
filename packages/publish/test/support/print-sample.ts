import { readFileSync } from 'node:fs'
import { findBrowser, type FoundBrowser } from '../../src/browser/index.ts'
import type { Asset, Book, RenderInput, Theme } from '../../src/model.ts'
import { renderPdf, type RenderedPdf } from '../../src/pdf/render-pdf.ts'

const themes = new URL('../../themes/plain/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, themes), 'utf8')

/** The theme that comes with the package. */
export const plainTheme: Theme = {
  name: 'plain',
  css: read('theme.css'),
  printCss: read('print.css'),
  epubCss: '',
  handoutCss: read('handout.css'),
  verticalPrintCss: read('vertical-print.css'),
}

let known: Promise<FoundBrowser> | undefined

/** The browser of this machine; a test that needs one fails without. */
export function testBrowser(): Promise<FoundBrowser> {
  known ??= findBrowser(process.env).then((found) => {
    if (found.missing !== undefined) throw new Error(found.missing)
    return found
  })
  return known
}

export function renderInput(book: Book, assets: Asset[] = []): RenderInput {
  const now = new Date('2019-04-01T00:00:00Z')
  return { book, theme: plainTheme, assets: new Map(assets.map((asset) => [asset.path, asset])), now }
}

export async function printSample(book: Book, assets: Asset[] = []): Promise<RenderedPdf> {
  return await renderPdf(renderInput(book, assets), { browser: await testBrowser() })
}
