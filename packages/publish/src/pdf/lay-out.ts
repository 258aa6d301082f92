import type { Page } from 'puppeteer'
import type { Progress } from '../browser/index.ts'
import { acrossWidth, type Geometry } from './geometry.ts'
import { setAcross } from './in-page/across.ts'
import { drawIn } from './in-page/draw-in.ts'
import { fitFigures } from './in-page/fit-figures.ts'
import { alignToGrid } from './in-page/grid.ts'
import {
  fillNumbers,
  fitTables,
  type FlowMeasure,
  imageWidths,
  measureFlow,
  showWithFonts,
  type TablePlace,
} from './in-page/layout.ts'
import { type FlowStart, flowStarts } from './in-page/page-starts.ts'
import { type Pagination, paginate } from './paginate.ts'
import { numberPlaces, type Places } from './places.ts'
import type { Sheet } from './sheet.ts'

/** Filling in numbers may move an index; this many times at most. */
const MAX_ROUNDS = 4
/** What a page's end cuts is padded again; that may move another one. */
const MAX_ALIGNMENTS = 4
/** Pictures of one sheet that are made smaller, so that they stand on the page before; by this much at most. */
const MAX_PICTURES = 6
const LEAST_PICTURE = 0.6

/** What a layout takes. */
export interface LayoutJob {
  sheets: readonly Sheet[]
  places: Places
  geometry: Geometry
  multipleOf: number
  /** What stands before the number of a page in another volume. */
  volumeMark?: (volume: number) => string
  onProgress?: Progress
}

/** A book laid out in columns, its numbers filled in. */
export interface FlowLayout {
  measure: FlowMeasure
  laid: LaidOut
  /** Where each page of the flow begins. */
  flow: (FlowStart | null)[]
  tables: TablePlace[]
  images: { path: string; width: number }[]
}

/** Measures and fills in numbers until nothing moves. */
export async function layOutBook(page: Page, job: LayoutJob): Promise<FlowLayout> {
  const { places, geometry, onProgress } = job
  const { vertical, textWidth, textHeight } = geometry
  const pitch = (vertical ? textHeight : textWidth) * 2
  onProgress?.('Loading fonts')
  await page.evaluate(showWithFonts)
  if (vertical) await page.evaluate(setAcross, { textWidth, textHeight })
  const across = vertical ? acrossWidth(geometry) : textWidth
  const tables = await page.evaluate(fitTables, { across, along: textHeight })
  await putOnGrid(page, geometry)
  onProgress?.('Measuring pages')
  let measure: FlowMeasure = await page.evaluate(measureFlow, places.ids, pitch)
  let laid = layOut(job, measure)
  await page.evaluate(fillNumbers, laid.numbered.filling)
  if (!vertical) await fillPages(page, geometry)
  const images = await page.evaluate(imageWidths)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const again: FlowMeasure = await page.evaluate(measureFlow, places.ids, pitch)
    if (JSON.stringify(again) === JSON.stringify(measure)) break
    measure = again
    laid = layOut(job, measure)
    await page.evaluate(fillNumbers, laid.numbered.filling)
  }
  const flow = await page.evaluate(flowStarts, measure.pages, pitch)
  return { measure, laid, flow, tables, images }
}

async function putOnGrid(page: Page, { line }: Geometry): Promise<void> {
  for (let round = 0, changed = true; changed && round < MAX_ALIGNMENTS; round++) {
    changed = await page.evaluate(alignToGrid, line)
  }
}

/** Leaves less of pages empty: before pictures that stand on the next one, and behind a line or two on a last page. */
async function fillPages(page: Page, geometry: Geometry): Promise<void> {
  const { line, textHeight } = geometry
  const room = { textHeight, least: LEAST_PICTURE }
  for (let round = 0; round < MAX_PICTURES && (await page.evaluate(fitFigures, room)); round++) {
    await putOnGrid(page, geometry)
  }
  // The second call looks at what the first has done.
  for (let round = 0; round < 2 && (await page.evaluate(drawIn, line)); round++)
    await putOnGrid(page, geometry)
}

/** Pages and numbers as a measure has them. */
export interface LaidOut {
  pagination: Pagination
  pageOf: Map<string, number>
  numbered: ReturnType<typeof numberPlaces>
}

/** Lays the sheets of a measured flow onto pages and writes their numbers. */
export function layOut(job: LayoutJob, measure: FlowMeasure): LaidOut {
  const { sheets, places, multipleOf } = job
  const pagination = paginate(sheets, measure.sheets, measure.pages, multipleOf)
  const pageOf = new Map<string, number>()
  for (const [at, id] of places.ids.entries()) {
    const flowPage = measure.targets[at] ?? -1
    if (flowPage >= 0) pageOf.set(id, pagination.printed(flowPage))
  }
  const label = (page: number): string => pagination.pages[page]?.label ?? ''
  return { pagination, pageOf, numbered: numberPlaces(places, pageOf, label, job.volumeMark) }
}
