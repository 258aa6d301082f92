import type { Page } from 'puppeteer'
import { markBeginnings } from './in-page/beginnings.ts'
import { fillNumbers, type FlowMeasure, prepareForPrint, type TablePlace } from './in-page/layout.ts'
import type { FlowStart } from './in-page/page-starts.ts'
import { showSheets } from './in-page/volume.ts'
import { type LaidOut, layOut, layOutBook, type LayoutJob } from './lay-out.ts'
import { pageRules } from './page-css.ts'
import type { Pagination, VolumeRange } from './paginate.ts'
import { type Destination, destinations, pageObjects, type PdfFile, readPdf } from './pdf-file.ts'

/** One printed file. */
export interface PrintedVolume {
  file: PdfFile
  /** Objects of the pages. */
  pages: number[]
  /** Its part of the pagination. */
  range: VolumeRange
}

/** A printed book whose page numbers have been checked against it. */
export interface PrintedBook {
  /** One file for each volume of the pagination. */
  volumes: PrintedVolume[]
  pagination: Pagination
  /** Index of the printed page of each place. */
  pageOf: Map<string, number>
  /** Where each printed page begins; a blank page has no place. */
  starts: (FlowStart | null)[]
  /** Times that it was printed. */
  prints: number
  /** Tables that were made smaller. */
  tables: TablePlace[]
  /** Images by address, with their widths in CSS pixels. */
  images: { path: string; width: number }[]
}

export interface PrintJob extends LayoutJob {
  /** Prints what the page holds; another one than the browser's own in tests. */
  print?: (page: Page) => Promise<Uint8Array>
}

/** Measures, fills in numbers and prints; undefined where the numbers are wrong even on a second print. */
export async function printBook(page: Page, job: PrintJob): Promise<PrintedBook | undefined> {
  const { places } = job
  const found = await layOutBook(page, job)
  let { measure, laid } = found
  const { flow, tables, images } = found
  if (job.geometry.vertical) await page.evaluate(markBeginnings)
  for (let prints = 1; prints <= 2; prints++) {
    const volumes = await printVolumes(page, laid, job)
    const actual = printedPlaces(volumes)
    const count = volumes.reduce((sum, { pages }) => sum + pages.length, 0)
    if (fits(volumes) && isRight(laid, actual, count)) {
      // Where the browser broke pages otherwise than it was measured, only places with an id are known.
      const starts = prints === 1 ? printedStarts(flow, laid.pagination) : firstPlaces(places.ids, laid)
      return { volumes, ...laid, starts, prints, tables, images }
    }
    measure = correctMeasure(job, laid, measure, actual, count)
    laid = layOut(job, measure)
    await page.evaluate(fillNumbers, laid.numbered.filling)
  }
  return
}

/** Prints one volume after the other; the sheets of the others are put away. */
async function printVolumes(page: Page, laid: LaidOut, job: PrintJob): Promise<PrintedVolume[]> {
  const { geometry, onProgress, print = printPages } = job
  const { blanks, pages, volumes } = laid.pagination
  const printed: PrintedVolume[] = []
  for (const range of volumes) {
    const { from, to, fromSheet, toSheet } = range
    onProgress?.('Printing', from, pages.length)
    if (volumes.length > 1) await page.evaluate(showSheets, { from: fromSheet, to: toSheet })
    await page.evaluate(prepareForPrint, {
      blanks: blanks.map((count, sheet) => (sheet >= fromSheet && sheet < toSheet ? count : 0)),
      css: pageRules(geometry, pages.slice(from, to)),
      checked: laid.numbered.checked.filter((id) => {
        const at = laid.pageOf.get(id) ?? -1
        return at >= from && at < to
      }),
    })
    const file = readPdf(await print(page))
    onProgress?.('Printing', to, pages.length)
    printed.push({ file, pages: pageObjects(file), range })
  }
  return printed
}

/** Every named destination, by the page among those of all volumes. */
function printedPlaces(volumes: readonly PrintedVolume[]): Map<string, Destination> {
  const found = new Map<string, Destination>()
  let before = 0
  for (const { file, pages } of volumes) {
    for (const [id, { page, top }] of destinations(file, pages)) found.set(id, { page: page + before, top })
    before += pages.length
  }
  return found
}

function printPages(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
}

/** Whether every volume has the pages that it was given. */
function fits(volumes: readonly PrintedVolume[]): boolean {
  return volumes.every(({ pages, range }) => pages.length === range.to - range.from)
}

/** Whether every checked place was printed on the page that its number says. */
function isRight(laid: LaidOut, actual: ReadonlyMap<string, Destination>, pages: number): boolean {
  if (pages !== laid.pagination.pages.length) return false
  return laid.numbered.checked.every((id) => actual.get(id)?.page === laid.pageOf.get(id))
}

/** The measure that the printed pages tell: places without a destination move with the one before them. */
function correctMeasure(
  job: PrintJob,
  laid: LaidOut,
  measure: FlowMeasure,
  actual: ReadonlyMap<string, Destination>,
  pages: number,
): FlowMeasure {
  const { sheets, places } = job
  const { blanks } = laid.pagination
  const sheetIds = new Map(sheets.map(({ id }, at) => [id, at]))
  const starts = [...measure.sheets]
  const targets = [...measure.targets]
  let shift = 0
  let moved = 0
  for (const [at, id] of places.ids.entries()) {
    const sheet = sheetIds.get(id)
    if (sheet !== undefined) shift += blanks[sheet] ?? 0
    const found = actual.get(id)
    const measured = measure.targets[at] ?? -1
    if (found) moved = found.page - shift - measured
    if (measured >= 0) targets[at] = measured + moved
    if (sheet !== undefined) starts[sheet] = measured + moved
  }
  const blankPages = blanks.reduce((sum, count) => sum + count, 0)
  return { pages: pages - blankPages, sheets: starts, targets }
}

/** The first place of each page that has one. */
function firstPlaces(ids: readonly string[], { pageOf, pagination }: LaidOut): (FlowStart | null)[] {
  const starts: (FlowStart | null)[] = pagination.pages.map(() => null)
  for (const id of ids) {
    const page = pageOf.get(id) ?? -1
    if (starts[page] === null) starts[page] = { id, offset: 0 }
  }
  return starts
}

function printedStarts(flow: readonly (FlowStart | null)[], pagination: Pagination): (FlowStart | null)[] {
  const starts: (FlowStart | null)[] = pagination.pages.map(() => null)
  for (const [page, start] of flow.entries()) starts[pagination.printed(page)] = start
  return starts
}
