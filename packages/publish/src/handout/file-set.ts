import type { BookConfig } from '../config/schema.ts'
import type { Metadata } from '../pdf/metadata.ts'
import { Assembly } from './assembly/assembly.ts'
import { FontCutter } from './assembly/fonts.ts'
import type { Printed } from './assembly/printed.ts'
import { SheetAssembly } from './assembly/sheets.ts'
import { type FinishedHandouts, finishHandouts } from './finish.ts'
import type { ByteSink } from './assembly/writer.ts'
import { handoutFacts, handoutMetadata, type MadeHandout, sheetFacts } from './facts.ts'
import type { HandoutPage } from './layouts.ts'
import { placePages } from './placing.ts'
import type { HandoutSink, OpenHandout } from './sink.ts'

export interface FileSetOptions {
  page: HandoutPage
  /** See `creepOf`. */
  creep: number
  config: BookConfig
  /** The book's date. */
  now: Date
  /** The program that printed. */
  producer: string
  /** Whether there is a file of all handouts. */
  whole: boolean
}

/** Handouts that were printed together. */
export interface Bundle {
  pdf: Uint8Array
  handouts: readonly NamedHandout[]
  /** What their links lead to, see `linkTexts`. */
  links: ReadonlyMap<string, string>
}

/** A handout that was printed, and the name of its file without an extension. */
export interface NamedHandout extends MadeHandout {
  name: string
}

/** A file that is written as handouts come. */
interface Growing<Document> {
  open: OpenHandout
  document: Document
}

/**
 * The files of handouts, written as these are printed: one of each handout and one of all. Where pages are imposed,
 * which loses their tags, the pages before that are written beside them.
 */
export class HandoutFileSet {
  readonly #sink: HandoutSink
  readonly #options: FileSetOptions
  readonly #isImposed: boolean
  readonly #made: (MadeHandout & { sheets: number })[] = []
  #isAccessible = true
  #all: Growing<Assembly> | undefined
  #allSheets: Growing<SheetAssembly> | undefined

  constructor(sink: HandoutSink, options: FileSetOptions) {
    this.#sink = sink
    this.#options = options
    this.#isImposed = !['1up', 'cornell'].includes(options.page.layout)
  }

  /** Finishes and writes some handouts. */
  async add(bundle: Bundle): Promise<void> {
    const { page, config, whole } = this.#options
    const finished = await finishHandouts(bundle, page, this.#metadataOf(config.title), config)
    const { printed } = finished
    const { handouts } = bundle
    const cutter = new FontCutter(printed)
    for (const [at, handout] of handouts.entries()) {
      const sheets = this.#isImposed ? await this.#addSheets(printed, at, handout, cutter) : 0
      await this.#addTagged(finished, at, handout, cutter)
      // Of what was printed, only what the end of the files needs is kept.
      if (whole) this.#made.push({ handout: handout.handout, laid: handout.laid, sheets })
    }
    this.#isAccessible &&= finished.isAccessible
    if (!whole) return
    this.#all ??= await this.#open(this.#isImposed ? 'all.tagged' : 'all', Assembly)
    await this.#all.document.add(printed, new Set(handouts.keys()))
  }

  /** Every handout begins on a sheet of its own. */
  async #addSheets(printed: Printed, at: number, handout: NamedHandout, cutter: FontCutter): Promise<number> {
    const { page, creep, whole } = this.#options
    const { layout, sheet, width, height } = page
    const placed = placePages(handout.laid.pages, { layout, sheet, page: { width, height }, creep })
    const isFramed = layout !== 'booklet'
    const { open, document } = await this.#open(handout.name, SheetAssembly)
    await document.add(printed, at, placed, isFramed, cutter)
    const made = [{ ...handout, sheets: placed.length }]
    await document.end(sheetFacts(made, page, this.#metadataOf(handout.handout.title)))
    await open.close(placed.length)
    if (whole) {
      this.#allSheets ??= await this.#open('all', SheetAssembly)
      await this.#allSheets.document.add(printed, at, placed, isFramed)
    }
    return placed.length
  }

  async #addTagged(
    { printed, isAccessible }: FinishedHandouts,
    at: number,
    handout: NamedHandout,
    cutter: FontCutter,
  ): Promise<void> {
    const { page } = this.#options
    const { open, document } = await this.#open(
      this.#isImposed ? `${handout.name}.tagged` : handout.name,
      Assembly,
    )
    await document.add(printed, new Set([at]), cutter)
    const metadata = this.#metadataOf(handout.handout.title)
    await document.end(handoutFacts([handout], page, metadata, isAccessible))
    await open.close(handout.laid.pages)
  }

  /** Ends the files of all handouts. */
  async end(): Promise<void> {
    const { whole, page, config } = this.#options
    if (!whole) return
    const metadata = this.#metadataOf(config.title)
    const pages = this.#made.reduce((sum, { laid }) => sum + laid.pages, 0)
    const sheets = this.#made.reduce((sum, made) => sum + made.sheets, 0)
    await this.#allSheets?.document.end(sheetFacts(this.#made, page, metadata))
    await this.#allSheets?.open.close(sheets)
    await this.#all?.document.end(handoutFacts(this.#made, page, metadata, this.#isAccessible))
    await this.#all?.open.close(pages)
  }

  /** What a file with this title says about itself. */
  #metadataOf(title: string): Metadata {
    const { config, now, producer } = this.#options
    return handoutMetadata(config, title, now, producer)
  }

  async #open<Document>(name: string, Kind: new (sink: ByteSink) => Document): Promise<Growing<Document>> {
    const open = await this.#sink.open(`${name}.pdf`)
    return { open, document: new Kind(open.write) }
  }
}
