import type { Metadata } from '../pdf/metadata.ts'
import { Assembly } from './assembly/assembly.ts'
import { FontCutter } from './assembly/fonts.ts'
import type { Printed } from './assembly/printed.ts'
import { SheetAssembly } from './assembly/sheets.ts'
import type { FinishedHandouts } from './finish.ts'
import type { ByteSink } from './assembly/writer.ts'
import { handoutFacts, type MadeHandout, sheetFacts } from './facts.ts'
import type { HandoutPage } from './layouts.ts'
import { placePages } from './placing.ts'
import type { HandoutSink, OpenHandout } from './sink.ts'

export interface FileSetOptions {
  page: HandoutPage
  /** See `creepOf`. */
  creep: number
  /** What a file with this title says about itself. */
  metadataOf(title: string): Metadata
  /** Title of the file of all handouts; without one there is none. */
  all?: string
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

  /** Writes some handouts that were printed together. */
  async add(finished: FinishedHandouts, handouts: readonly NamedHandout[]): Promise<void> {
    const { printed } = finished
    const cutter = new FontCutter(printed)
    for (const [at, handout] of handouts.entries()) {
      const sheets = this.#isImposed ? await this.#addSheets(printed, at, handout, cutter) : 0
      await this.#addTagged(finished, at, handout, cutter)
      // Of what was printed, only what the end of the files needs is kept.
      const { id, title, sections } = handout.handout
      const { pages, places } = handout.laid
      this.#made.push({ handout: { id, title, sections }, laid: { pages, places }, sheets })
    }
    this.#isAccessible &&= finished.isAccessible
    if (this.#options.all === undefined) return
    this.#all ??= await this.#open(this.#isImposed ? 'all.tagged' : 'all', Assembly)
    await this.#all.document.add(printed, new Set(handouts.keys()))
  }

  /** Every handout begins on a sheet of its own. */
  async #addSheets(printed: Printed, at: number, handout: NamedHandout, cutter: FontCutter): Promise<number> {
    const { page, creep, all, metadataOf } = this.#options
    const { layout, sheet, width, height } = page
    const placed = placePages(handout.laid.pages, { layout, sheet, page: { width, height }, creep })
    const isFramed = layout !== 'booklet'
    const { open, document } = await this.#open(handout.name, SheetAssembly)
    await document.add(printed, at, placed, isFramed, cutter)
    const made = [{ ...handout, sheets: placed.length }]
    await document.end(sheetFacts(made, page, metadataOf(handout.handout.title)))
    await open.close(placed.length)
    if (all !== undefined) {
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
    const { page, metadataOf } = this.#options
    const { open, document } = await this.#open(
      this.#isImposed ? `${handout.name}.tagged` : handout.name,
      Assembly,
    )
    await document.add(printed, new Set([at]), cutter)
    const metadata = metadataOf(handout.handout.title)
    await document.end(handoutFacts([handout], page, metadata, isAccessible))
    await open.close(handout.laid.pages)
  }

  /** Ends the files of all handouts. */
  async end(): Promise<void> {
    const { all, page, metadataOf } = this.#options
    if (all === undefined) return
    const metadata = metadataOf(all)
    const pages = this.#made.reduce((sum, { laid }) => sum + laid.pages, 0)
    const sheets = this.#made.reduce((sum, made) => sum + made.sheets, 0)
    await this.#allSheets?.document.end(sheetFacts(this.#made, page, metadata))
    await this.#allSheets?.open.close(sheets)
    await this.#all?.document.end(handoutFacts(this.#made, page, metadata, this.#isAccessible))
    await this.#all?.open.close(pages)
  }

  async #open<Document>(name: string, Kind: new (sink: ByteSink) => Document): Promise<Growing<Document>> {
    const open = await this.#sink.open(`${name}.pdf`)
    return { open, document: new Kind(open.write) }
  }
}
