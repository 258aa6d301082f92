import type { Browser, Page } from 'puppeteer'
import { type AnswerRequest, openClosedPage } from '../browser/closed-page.ts'
import { cutBehind } from './in-page/cut.ts'
import { fillPage } from './in-page/fill.ts'
import { type LaidHandout, type PageParts, paginateHandouts } from './in-page/paginate.ts'

/** Handouts of one document, as Chromium printed them. */
export interface PrintedHandouts {
  laid: LaidHandout[]
  /** All of them, one behind the other. */
  pdf: Uint8Array
}

/** Lays out the handouts of one document and prints them. */
export async function printHandouts(
  browser: Browser,
  answer: AnswerRequest,
  parts: PageParts,
): Promise<PrintedHandouts> {
  const page = await openClosedPage(browser, answer)
  try {
    return { laid: await layOutHandouts(page, parts), pdf: await printPages(page) }
  } finally {
    await page.close()
  }
}

/** Cuts the handouts of a document into pages. */
export async function layOutHandouts(page: Page, parts: PageParts): Promise<LaidHandout[]> {
  await page.emulateMediaType('print')
  // Functions that call each other inside the page go there together, as text.
  const [paginate, ...helpers] = [paginateHandouts, cutBehind, fillPage].map(String)
  const call = `(${paginate})(${[JSON.stringify(parts), ...helpers].join(', ')})`
  return (await page.evaluate(call)) as LaidHandout[]
}

/** Prints a document that is laid out. */
export async function printPages(page: Page): Promise<Uint8Array> {
  return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
}
