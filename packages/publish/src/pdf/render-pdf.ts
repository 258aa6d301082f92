import { createHash } from 'node:crypto'
import { createMessage } from '@notes/parser'
import type { Browser, Page } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import { openClosedPage } from '../browser/closed-page.ts'
import type { FoundBrowser, Progress } from '../browser/index.ts'
import { BrowserFault, runInBrowser } from '../browser/run.ts'
import type { BookConfig } from '../config/schema.ts'
import type { PageMap, RenderInput } from '../model.ts'
import { diagnose } from './diagnose.ts'
import { assetPath } from './document.ts'
import { finishPdf } from './finish.ts'
import { bookMetadata } from './metadata.ts'
import { outlineEntries } from './outline.ts'
import { type Destination, destinations } from './pdf-file.ts'
import { type PreparedBook, prepareBook } from './prepare.ts'
import { printBook, type PrintedBook, type PrintedVolume, type PrintJob } from './print.ts'
import { PdfError } from './render-error.ts'
import { pdfRule } from './rules.ts'
import { linkDescriptions } from './ua/links.ts'
import { accessibilityMessages } from './ua/messages.ts'

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

/** Prints a book of one volume whose HTML has been written. */
export async function printPrepared(
  prepared: PreparedBook,
  input: RenderInput,
  options: PdfOptions & Pick<PrintJob, 'print'>,
): Promise<RenderedPdf> {
  const { printed, messages } = await printChecked(prepared, input, options)
  const { config } = input.book
  const [volume] = printed.volumes
  const rendered = volume && (await finishVolume(volume, { printed, prepared, config, input, options }))
  if (!rendered) throw new PdfError(createMessage(pdfRule.pageNumbers))
  return { ...rendered, messages: [...messages, ...rendered.messages] }
}

/** Prints every volume, with page numbers that agree with the printed pages; says what was seen on the way. */
export async function printChecked(
  prepared: PreparedBook,
  { book, assets }: RenderInput,
  options: PdfOptions & Pick<PrintJob, 'print' | 'volumeMark'>,
): Promise<{ printed: PrintedBook; messages: VFileMessage[] }> {
  const { config } = book
  const { onProgress } = options
  const { geometry } = prepared
  const messages: VFileMessage[] = []
  const job = printJob(prepared, config, options)
  const printed = await withOpenBook(prepared, options, messages, (page) => printBook(page, job))
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
  return { printed, messages }
}

/** Lets a browser open a book's page; a fault of the browser that cannot be mended is a `PdfError`. */
export async function withOpenBook<T>(
  { answer, html }: PreparedBook,
  options: PdfOptions,
  messages: VFileMessage[],
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { browser, onProgress, timeout = patience(html) } = options
  onProgress?.('Starting the browser')
  const job = async (browser: Browser): Promise<T> => {
    onProgress?.('Loading the book')
    return await use(await openClosedPage(browser, answer))
  }
  const onRestart = (): unknown => messages.push(createMessage(pdfRule.browserRestarted))
  return await runInBrowser({ browser, timeout }, job, onRestart).catch((error: unknown) => {
    throw error instanceof BrowserFault ? new PdfError(createMessage(pdfRule.browserFailed), error) : error
  })
}

/** Milliseconds that one step may take: five minutes, and ten more for two thousand pages on a busy machine. */
function patience(html: string): number {
  return 300_000 + html.length / 10
}

/** What printing a book takes. */
export function printJob(
  { sheets, places, geometry }: PreparedBook,
  { page: { multipleOf } }: BookConfig,
  { onProgress, print, volumeMark }: Partial<Pick<PrintJob, 'onProgress' | 'print' | 'volumeMark'>>,
): PrintJob {
  return {
    sheets,
    places,
    geometry,
    multipleOf,
    ...(onProgress && { onProgress }),
    ...(print && { print }),
    ...(volumeMark && { volumeMark }),
  }
}

export interface VolumeFinishing {
  printed: PrintedBook
  prepared: Pick<PreparedBook, 'sheets' | 'chapters' | 'geometry' | 'html'>
  /** Of the volume. */
  config: BookConfig
  input: RenderInput
  options: PdfOptions
}

/** Makes the file of one volume: of the only one, as a rule. */
export async function finishVolume(
  volume: PrintedVolume,
  { printed, prepared, config, input, options }: VolumeFinishing,
): Promise<RenderedPdf> {
  const { sheets, chapters, geometry, html } = prepared
  const { from, to, fromSheet, toSheet } = volume.range
  const pages = printed.pagination.pages.slice(from, to)
  const own = sheets.slice(fromSheet, toSheet)
  const identifier = volumeIdentifier(config, html)
  const producer = `${options.browser.build} (Skia)`
  const { pdf, failed } = await finishPdf(volume.file, volume.pages, {
    geometry,
    pages,
    metadata: bookMetadata(config, input.now, identifier, producer),
    outline: outlineEntries(own, chapters),
    place: placeFinder(volume, printed),
    ink: config.colour === 'one' ? 'one-colour' : 'black',
    describeLink: linkDescriptions(own.map(({ root }) => root)),
  })
  const messages = accessibilityMessages(failed)
  return { pdf, pages: pages.length, pageMap: pageMap(volume, printed, identifier), messages }
}

/** Where an id was printed in a volume; a place without a destination of its own at the top of its page. */
function placeFinder(
  { file, pages, range: { from, to } }: PrintedVolume,
  { pageOf }: PrintedBook,
): (id: string) => Destination | undefined {
  const found = destinations(file, pages)
  return (id) => {
    const page = pageOf.get(id) ?? -1
    return found.get(id) ?? (page < from || page >= to ? undefined : { page: page - from, top: 10_000 })
  }
}

function pageMap(
  { range: { from, to } }: PrintedVolume,
  { starts, pagination }: PrintedBook,
  pdfIdentifier: string,
): PageMap {
  const pages = starts.slice(from, to).flatMap((start, index) => {
    const label = pagination.pages[from + index]?.label ?? ''
    return start ? [{ label, index, nodeId: start.id, offset: start.offset }] : []
  })
  return { pdfIdentifier, pages }
}

/** book.yaml's identifier, or one of what is printed; each volume has its own. */
function volumeIdentifier({ identifiers, volume }: BookConfig, html: string): string {
  const { pdf } = identifiers
  if (!volume) return pdf ?? derivedIdentifier(html)
  return derivedIdentifier(`${volume.number}/${volume.count}\n${pdf ?? html}`)
}

/** A name-based UUID of what is printed. */
function derivedIdentifier(html: string): string {
  const hex = createHash('sha256').update(html).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
