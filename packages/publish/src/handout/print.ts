import type { Browser, Page } from 'puppeteer'
import { type AnswerRequest, openClosedPage } from '../browser/closed-page.ts'
import { cutBehind } from './in-page/cut.ts'
import { fillPage } from './in-page/fill.ts'
import { type LaidHandout, type PageParts, paginateHandouts } from './in-page/paginate.ts'

/** Handouts of one document that are laid out, in a page of the browser. */
export interface OpenHandouts {
  laid: LaidHandout[]
  /** Prints all of them, one behind the other, and closes the page. */
  print(): Promise<Uint8Array>
}

/** Lays out the handouts of one document. */
export async function openHandouts(
  browser: Browser,
  answer: AnswerRequest,
  parts: PageParts,
): Promise<OpenHandouts> {
  const page = await openClosedPage(browser, answer)
  return {
    laid: await layOutHandouts(page, parts),
    print: async () => {
      const pdf = await printPages(page)
      await page.close()
      return pdf
    },
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
