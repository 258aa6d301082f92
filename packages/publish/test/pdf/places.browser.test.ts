/**
 * Only the first and the last place of each page are checked when a book is printed: what lies between them is as
 * right as they are if text flows one way. Here every place of real notes gets a destination of its own.
 */
import { rm } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { openClosedPage } from '../../src/browser/closed-page.ts'
import { launchBrowser } from '../../src/browser/index.ts'
import { destinations } from '../../src/pdf/pdf-file.ts'
import { prepareBook } from '../../src/pdf/prepare.ts'
import { printBook } from '../../src/pdf/print.ts'
import { testBrowser } from '../support/print-sample.ts'
import { bookInput, contentFolder, hasSeeds, importSeeds } from '../support/real-books.ts'

/** Measures a book and prints it with a link to every place. */
async function misplaced(folder: string): Promise<{ places: number; checked: number; wrong: string[] }> {
  const prepared = await prepareBook(await bookInput(folder, 'a5'))
  const { ids } = prepared.places
  let checked = 0
  const print = async (page: Page): Promise<Uint8Array> => {
    checked = await page.evaluate((all) => {
      const anchors = document.getElementById('checked-places') as HTMLElement
      const before = anchors.childElementCount
      anchors.replaceChildren(
        ...all.map((id) => Object.assign(document.createElement('a'), { href: `#${id}` })),
      )
      return before
    }, ids)
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
  }
  const browser = await launchBrowser(await testBrowser(), process.env)
  try {
    const page = await openClosedPage(browser, prepared.answer)
    const printed = await printBook(page, { ...prepared, multipleOf: 1, print })
    const actual = printed?.volumes.map(({ file, pages }) => destinations(file, pages))[0]
    const wrong = ids.filter((id) => actual?.get(id)?.page !== printed?.pageOf.get(id))
    return { places: ids.length, checked, wrong }
  } finally {
    await browser.close()
  }
}

describe('every place that a page number refers to is printed on the page that was measured', () => {
  it('in the project’s notes', async () => {
    const { places, checked, wrong } = await misplaced(contentFolder)
    expect(places).toBeGreaterThan(checked)
    expect(wrong).toEqual([])
  })

  it.skipIf(!hasSeeds)('in the first user’s notes, twice', async () => {
    const folder = await importSeeds(2)
    const { places, wrong } = await misplaced(folder)
    await rm(folder, { recursive: true, force: true })
    expect(places).toBeGreaterThan(150)
    expect(wrong).toEqual([])
  })
})
