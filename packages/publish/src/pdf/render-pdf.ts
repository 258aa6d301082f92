import { createHash } from 'node:crypto'
import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { openClosedPage } from '../browser/closed-page.ts'
import type { FoundBrowser, Progress } from '../browser/index.ts'
import { BrowserFault, runInBrowser } from '../browser/run.ts'
import type { PageMap, RenderInput } from '../model.ts'
import { diagnose } from './diagnose.ts'
import { assetPath } from './document.ts'
import { finishPdf } from './finish.ts'
import { bookMetadata } from './metadata.ts'
import { outlineEntries } from './outline.ts'
import { type Destination, destinations } from './pdf-file.ts'
import { type PreparedBook, prepareBook } from './prepare.ts'
import { printBook, type PrintedBook, type PrintJob } from './print.ts'
import { PdfError } from './render-error.ts'
import { pdfRule } from './rules.ts'

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
  options.onProgress?.('Composing pages')
  return await printPrepared(await prepareBook(input), input, options)
}

/** Prints a book whose HTML has been written. */
export async function printPrepared(
  prepared: PreparedBook,
  { book, assets, now }: RenderInput,
  options: PdfOptions & Pick<PrintJob, 'print'>,
): Promise<RenderedPdf> {
  const { config } = book
  const { onProgress, print } = options
  const { sheets, chapters, geometry, places, html } = prepared
  const messages: VFileMessage[] = []
  const { multipleOf } = config.page
  const job = {
    sheets,
    places,
    geometry,
    multipleOf,
    ...(onProgress && { onProgress }),
    ...(print && { print }),
  }
  onProgress?.('Starting the browser')
  const printed = await runInBrowser(
    options,
    async (browser) => {
      onProgress?.('Loading the book')
      const page = await openClosedPage(browser, prepared.answer)
      return await printBook(page, job)
    },
    () => messages.push(createMessage(pdfRule.browserRestarted)),
  ).catch((error: unknown) => {
    throw error instanceof BrowserFault ? new PdfError(createMessage(pdfRule.browserFailed), error) : error
  })
  if (!printed) throw new PdfError(createMessage(pdfRule.pageNumbers))
  messages.push(
    ...diagnose(book, {
      missing: prepared.missing,
      tables: printed.tables,
      images: printed.images.map(({ path, width }) => ({ path: path.slice(assetPath('').length), width })),
      assets,
      minimumResolution: config.pdf.minimumResolution,
      geometry,
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
