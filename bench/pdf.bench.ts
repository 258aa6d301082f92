/**
 * Everything after a book's HTML exists, against launching, loading and printing the same final HTML by the same
 * browser with tags and outline. Compared by processor time, because other work on the machine moves the clock.
 * Sizes in pages may be given as arguments; the default is 50, 500 and 2,000.
 */
import { report } from './support/measure.ts'
import { foundBrowser, seconds, useOf } from './support/printing.ts'
import {
  launchBrowser,
  openClosedPage,
  prepareBook,
  printBook,
  printPrepared,
  renderInput,
  sampleBook,
} from './support/publish-steps.ts'

const PAGES_PER_SESSION = 14.5
const sizes = process.argv.slice(2).map(Number)
const browser = await foundBrowser()
console.log(browser.build)

for (const pages of sizes.length > 0 ? sizes : [50, 500, 2000]) {
  const sessions = Math.max(1, Math.round(pages / PAGES_PER_SESSION / 2))
  const input = renderInput(sampleBook({ events: 2, sessions, sections: 6, points: 18 }))
  const prepared = await prepareBook(input)
  const html = await finalHtml()
  const baseline = await useOf(() => printPlainly(html))
  let made = 0
  const ours = await useOf(async () => {
    made = (await printPrepared(prepared, input, { browser })).pages
  })
  report(`${made} pages: launch, load, page.pdf`, baseline.cpu)
  report(`${made} pages: everything after the HTML`, ours.cpu, {
    name: 'the plain print',
    time: baseline.cpu,
    most: 1.4,
  })
  console.log(
    `${made} pages: by the clock ${seconds(baseline)} s and ${seconds(ours)} s; ${ours.memory} MB at most`,
  )

  /** The HTML as it is printed: numbers filled in, blank pages and rules of the pages in place. */
  async function finalHtml(): Promise<string> {
    const running = await launchBrowser(browser, process.env)
    try {
      const page = await openClosedPage(running, prepared.answer)
      await page.emulateMediaType('print')
      await printBook(page, { ...prepared, multipleOf: 1 })
      return await page.content()
    } finally {
      await running.close()
    }
  }

  async function printPlainly(document: string): Promise<void> {
    const running = await launchBrowser(browser, process.env)
    try {
      const page = await openClosedPage(running, (path) =>
        path === '/'
          ? { contentType: 'text/html; charset=utf-8', body: Buffer.from(document) }
          : prepared.answer(path),
      )
      await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        timeout: 0,
      })
    } finally {
      await running.close()
    }
  }
}
