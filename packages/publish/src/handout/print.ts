import type { Browser, Page } from 'puppeteer'
import { type AnswerRequest, openClosedPage } from '../browser/closed-page.ts'
import { cutBehind } from './in-page/cut.ts'
import { fillPage } from './in-page/fill.ts'
import { type LaidHandout, type PageParts, paginateHandouts, showHandouts } from './in-page/paginate.ts'

/** Handouts of one document, as Chromium printed them. */
export interface PrintedHandouts {
  laid: LaidHandout[]
  /** One PDF a handout, in their order. */
  each: Uint8Array[]
  /** All of them in one PDF. */
  all: Uint8Array
}

/** Lays out the handouts of one document and prints each of them alone, then all. */
export async function printHandouts(
  browser: Browser,
  answer: AnswerRequest,
  parts: PageParts,
  onPrinted: () => void,
): Promise<PrintedHandouts> {
  const page = await openClosedPage(browser, answer)
  try {
    const laid = await layOutHandouts(page, parts)
    const each: Uint8Array[] = []
    for (const { id } of laid) {
      each.push(await printHandout(page, id))
      onPrinted()
    }
    return { laid, each, all: await printHandout(page, null) }
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

/** Prints one handout of a document that is laid out, or all of them. */
export async function printHandout(page: Page, id: string | null): Promise<Uint8Array> {
  await page.evaluate(showHandouts, id)
  return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
}
