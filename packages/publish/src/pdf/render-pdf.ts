import { createHash } from 'node:crypto'
import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { type Answer, openClosedPage } from '../browser/closed-page.ts'
import type { FoundBrowser, Progress } from '../browser/index.ts'
import { runInBrowser } from '../browser/run.ts'
import { fontFaceCss } from '../fonts/css.ts'
import { readFontFile } from '../fonts/files.ts'
import { planFonts } from '../fonts/plan.ts'
import { embedSvgFonts } from '../fonts/svg-text.ts'
import { renderChapters } from '../html/render-chapters.ts'
import type { Assets, PageMap, RenderInput } from '../model.ts'
import { composeSheets } from './compose.ts'
import { diagnose } from './diagnose.ts'
import { assetPath, htmlDocument } from './document.ts'
import { finishPdf } from './finish.ts'
import { pageGeometry } from './geometry.ts'
import { bookMetadata } from './metadata.ts'
import { outlineEntries } from './outline.ts'
import { geometryCss } from './page-css.ts'
import { destinations, type Destination } from './pdf-file.ts'
import { collectPlaces } from './places.ts'
import { printBook, type PrintedBook } from './print.ts'
import { PdfError } from './render-error.ts'
import { pdfRule } from './rules.ts'
import { markCharacters, usedCharacters } from './used-characters.ts'

export interface PdfOptions {
  /** Made by `findBrowser`. */
  browser: FoundBrowser
  onProgress?: Progress
  /** The longest that one step of the browser may take before it counts as hanging, in milliseconds. */
  timeout?: number
}

export interface RenderedPdf {
  pdf: Uint8Array
  /** Pages of the PDF, blank ones too. */
  pages: number
  pageMap: PageMap
  messages: VFileMessage[]
}

/**
 * Prints a book. The same input and the same build of the browser give the same bytes.
 * Throws a `PdfError` with a diagnostic where there can be no right PDF.
 */
export async function renderPdf(input: RenderInput, options: PdfOptions): Promise<RenderedPdf> {
  const { book, theme, assets, now } = input
  const { config } = book
  const { onProgress } = options
  const messages: VFileMessage[] = []
  onProgress?.('Composing pages')
  const chapters = renderChapters(book, { assets })
  const sheets = composeSheets(book, chapters)
  const geometry = pageGeometry(config)
  const fonts = await planFonts([...usedCharacters(sheets), ...markCharacters])
  const css = [
    fontFaceCss(fonts.faces, ({ name }) => `/fonts/${name}`),
    theme.css,
    theme.printCss,
    geometryCss(geometry),
  ].join('\n')
  const html = htmlDocument(sheets, css, config.language, config.title)
  const fontFiles = new Map(fonts.faces.map(({ file }) => [`/fonts/${file.name}`, file]))
  const answer = async (path: string): Promise<Answer | undefined> => {
    if (path === '/') return { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) }
    const font = fontFiles.get(path)
    if (font) return { contentType: 'font/woff2', body: await readFontFile(font) }
    return await assetAnswer(path, assets)
  }
  const places = collectPlaces(sheets)
  const job = {
    sheets,
    places,
    geometry,
    multipleOf: config.page.multipleOf,
    ...(onProgress && { onProgress }),
  }
  const printed = await runInBrowser(
    options,
    async (browser) => {
      onProgress?.('Loading the book')
      const page = await openClosedPage(browser, answer)
      await page.emulateMediaType('print')
      return await printBook(page, job)
    },
    () => messages.push(createMessage(pdfRule.browserRestarted)),
  ).catch((error: unknown) => {
    throw new PdfError(createMessage(pdfRule.browserFailed), error)
  })
  if (!printed) throw new PdfError(createMessage(pdfRule.pageNumbers))
  messages.push(
    ...diagnose(book, {
      missing: fonts.missing,
      tables: printed.tables,
      images: printed.images.map(({ path, width }) => ({ path: path.slice(assetPath('').length), width })),
      assets,
      minimumResolution: config.pdf.minimumResolution,
    }),
  )
  onProgress?.('Finishing the PDF')
  const identifier = config.identifiers.pdf ?? derivedIdentifier(html)
  const producer = `${options.browser.build} (Skia)`
  const pdf = await finishPdf(printed.file, printed.pages, {
    geometry,
    pages: printed.pagination.pages,
    metadata: bookMetadata(config, now, identifier, producer),
    outline: outlineEntries(sheets, chapters),
    place: placeFinder(printed),
    ink: config.colour === 'one' ? 'one-colour' : 'black',
  })
  return { pdf, pages: printed.pages.length, pageMap: pageMap(printed, identifier), messages }
}

async function assetAnswer(path: string, assets: Assets): Promise<Answer | undefined> {
  const prefix = assetPath('')
  const asset = path.startsWith(prefix) ? assets.get(path.slice(prefix.length)) : undefined
  if (!asset) return
  const isSvg = asset.mediaType === 'image/svg+xml'
  return { contentType: asset.mediaType, body: isSvg ? await embedSvgFonts(asset.bytes) : asset.bytes }
}

/** Where an id was printed; a place without a destination of its own at the top of its page. */
function placeFinder(printed: PrintedBook): (id: string) => Destination | undefined {
  const found = destinations(printed.file, printed.pages)
  return (id) => {
    const page = printed.pageOf.get(id)
    return found.get(id) ?? (page === undefined ? undefined : { page, top: 10_000 })
  }
}

function pageMap(printed: PrintedBook, pdfIdentifier: string): PageMap {
  const pages = printed.starts.flatMap((start, index) =>
    start
      ? [
          {
            label: printed.pagination.pages[index]?.label ?? '',
            index,
            nodeId: start.id,
            offset: start.offset,
          },
        ]
      : [],
  )
  return { pdfIdentifier, pages }
}

/** A name-based UUID of what is printed. */
function derivedIdentifier(html: string): string {
  const hex = createHash('sha256').update(html).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
