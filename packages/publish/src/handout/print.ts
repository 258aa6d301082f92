import type { Browser } from 'puppeteer'
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
    await page.emulateMediaType('print')
    const laid = (await page.evaluate(
      `(${paginateHandouts})(${JSON.stringify(parts)}, ${cutBehind}, ${fillPage})`,
    )) as LaidHandout[]
    const print = async (id: string | null): Promise<Uint8Array> => {
      await page.evaluate(showHandouts, id)
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
    }
    const each: Uint8Array[] = []
    for (const { id } of laid) {
      each.push(await print(id))
      onPrinted()
    }
    return { laid, each, all: await print(null) }
  } finally {
    await page.close()
  }
}
