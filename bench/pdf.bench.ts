/**
 * Everything after a book's HTML exists, against launching, loading and printing the same final HTML by the same
 * browser with tags and outline, by the clock. The two take turns, and the median of three turns counts, because other
 * work on the machine moves the clock. Sizes in pages may be given as arguments; the default is 50, 500 and 2,000.
 */
import { report } from './support/measure.ts'
import { foundBrowser, useOf } from './support/printing.ts'
import {
  launchBrowser,
  openClosedPage,
  prepareBook,
  printBook,
  printPrepared,
  renderInput,
  sampleBook,
} from './support/book-steps.ts'

const PAGES_PER_SESSION = 14.5
const TURNS = 3
const sizes = process.argv.slice(2).map(Number)
const browser = await foundBrowser()
console.log(browser.build)

for (const pages of sizes.length > 0 ? sizes : [50, 500, 2000]) {
  const sessions = Math.max(1, Math.round(pages / PAGES_PER_SESSION / 2))
  const input = renderInput(sampleBook({ events: 2, sessions, sections: 6, points: 18 }))
  const prepared = await prepareBook(input)
  const html = await finalHtml()
  const plain: Use[] = []
  const ours: Use[] = []
  let made = 0
  for (let turn = 0; turn < TURNS; turn++) {
    plain.push(await useOf(() => printPlainly(html)))
    ours.push(
      await useOf(async () => {
        made = (await printPrepared(prepared, input, { browser })).pages
      }),
    )
  }
  const baseline = median(plain)
  report(`${made} pages: launch, load, page.pdf`, baseline)
  report(`${made} pages: everything after the HTML`, median(ours), {
    name: 'the plain print',
    time: baseline,
    most: 1.4,
  })
  const [least = 0, most = 0] = [Math.min, Math.max].map((pick) => pick(...ours.map(({ memory }) => memory)))
  console.log(`${made} pages: ${least} to ${most} MB at most (browser and node); times of the turns in s:`)
  for (const turns of [plain, ours]) console.log(turns.map(({ time }) => (time / 1000).toFixed(1)).join('  '))

  /** The HTML as it is printed: numbers filled in, blank pages and rules of the pages in place. */
  async function finalHtml(): Promise<string> {
    const running = await launchBrowser(browser, process.env)
    try {
      const page = await openClosedPage(running, prepared.answer)
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

type Use = Awaited<ReturnType<typeof useOf>>

function median(uses: readonly Use[]): number {
  return uses.map(({ time }) => time).toSorted((a, b) => a - b)[Math.floor(uses.length / 2)] ?? 0
}
