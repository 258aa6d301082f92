import type { VFileMessage } from 'vfile-message'
import { createMessage } from '@notes/parser'
import { renderChapters } from '../html/render-chapters.ts'
import type { RenderInput } from '../model.ts'
import { volumeWords } from '../volumes/names.ts'
import { type MeasuredPages, planVolumes, type Volume, volumeConfig } from '../volumes/plan.ts'
import { prepareBook, type PreparedBook } from './prepare.ts'
import { layOutBook } from './lay-out.ts'
import { PdfError } from './render-error.ts'
import {
  finishVolume,
  type PdfOptions,
  printChecked,
  printJob,
  printPrepared,
  type RenderedPdf,
  withOpenBook,
} from './render-pdf.ts'
import { pdfRule } from './rules.ts'
import type { SheetKind } from './sheet.ts'

/** One printed volume, or the whole book. */
export type PrintedFile = Omit<RenderedPdf, 'messages'>

/** Where a place of the book was printed. */
export interface PrintedPlace {
  /** The volume, from 1. */
  volume: number
  label: string
  /** Index of the page among those of all volumes. */
  index: number
}

export interface RenderedVolumes {
  /** One where there is nothing to cut. */
  volumes: PrintedFile[]
  /** What stands in each of them. */
  plan: Volume[]
  /** Places that page numbers refer to, by `id`; empty where there is one volume. */
  places: ReadonlyMap<string, PrintedPlace>
  messages: VFileMessage[]
}

/**
 * Prints a book in the volumes that book.yaml asks for. All volumes are laid out as one flow, so that numbers run on
 * and references lead from one to the other; then each is printed alone. Throws a `PdfError` as `renderPdf` does.
 */
export async function renderVolumes(input: RenderInput, options: PdfOptions): Promise<RenderedVolumes> {
  const { book, assets } = input
  const { config } = book
  options.onProgress?.('Composing pages')
  const messages: VFileMessage[] = []
  // How many pages its parts take is known when the book has been laid out once.
  const whole = config.volumes === 'event' ? undefined : await prepareBook(input)
  const pages = whole && config.volumes !== 'none' && (await measurePages(whole, input, options, messages))
  const plan = planVolumes(book, whole?.chapters ?? renderChapters(book, { assets }), pages || undefined)
  if (plan.length <= 1) {
    const printed = await printPrepared(whole ?? (await prepareBook(input)), input, options)
    const { messages: own, ...file } = printed
    return { volumes: [file], plan, places: new Map(), messages: [...messages, ...own] }
  }
  const words = volumeWords(config.language)
  const prepared = await prepareBook(input, plan)
  const done = await printChecked(prepared, input, { ...options, volumeMark: words.mark })
  const { printed } = done
  const volumes: PrintedFile[] = []
  for (const [at, volume] of plan.entries()) {
    const file = printed.volumes[at]
    if (!file) throw new PdfError(createMessage(pdfRule.pageNumbers))
    const own = volumeConfig(config, volume, words.name(volume.number))
    const finished = await finishVolume(file, { printed, prepared, config: own, input, options })
    const { messages: found, ...made } = finished
    volumes.push(made)
    messages.push(...found)
  }
  const places = new Map<string, PrintedPlace>()
  for (const [id, index] of printed.pageOf) {
    const volume = prepared.places.volumes.get(id) ?? 1
    places.set(id, { volume, label: printed.pagination.pages[index]?.label ?? '', index })
  }
  return { volumes, plan, places, messages: [...messages, ...done.messages] }
}

/** What every volume has, whatever stands in it. */
const EVERYWHERE: ReadonlySet<SheetKind> = new Set([
  'half-title',
  'title-page',
  'contents',
  'index',
  'links',
  'colophon',
])

/** Lays the book out as one, to see how many pages each of its chapters takes. */
async function measurePages(
  prepared: PreparedBook,
  { book }: RenderInput,
  options: PdfOptions,
  messages: VFileMessage[],
): Promise<MeasuredPages> {
  const job = printJob(prepared, book.config, options)
  const { laid } = await withOpenBook(prepared, options, messages, (page) => layOutBook(page, job))
  const { sheets } = prepared
  const firsts = sheets.map(({ id }) => laid.pageOf.get(id) ?? 0)
  const chapters = new Map<string, number>()
  let everywhere = 0
  for (const [at, { id, kind }] of sheets.entries()) {
    const pages = (firsts[at + 1] ?? laid.pagination.pages.length) - (firsts[at] ?? 0)
    if (EVERYWHERE.has(kind)) everywhere += pages
    else chapters.set(id, pages)
  }
  return { chapters, everywhere }
}
