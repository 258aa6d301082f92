/**
 * Everything after a book's HTML exists, against launching, loading and printing the same final HTML by the same
 * browser with tags and outline. The two take turns, and the median of three turns counts, because other work on the
 * machine moves the clock; processor time, where the kernel tells it, says more on a busy one. Sizes in pages may be
 * given as arguments; the default is 50, 500 and 2,000.
 */
import { cpuOfGroup } from './support/cpu-group.ts'
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
/** The longest that one step may take, in milliseconds. */
const PATIENCE = 1_200_000
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
    plain.push(await measured(() => printPlainly(html)))
    ours.push(
      await measured(async () => {
        made = (await printPrepared(prepared, input, { browser })).pages
      }),
    )
  }
  for (const kind of ['time', 'cpu'] as const) {
    const name = kind === 'time' ? 'by the clock' : 'processor time'
    const baseline = median(plain.map((use) => use[kind]))
    if (Number.isNaN(baseline)) continue
    report(`${made} pages, ${name}: the plain print`, baseline)
    report(`${made} pages, ${name}: everything after the HTML`, median(ours.map((use) => use[kind])), {
      name: 'the plain print',
      time: baseline,
      most: 1.4,
    })
  }
  for (const [name, turns] of Object.entries({ plain, ours })) {
    const shown = turns.map(({ time, memory }) => `${(time / 1000).toFixed(1)} s, ${memory} MB`)
    console.log(`${made} pages, ${name}: ${shown.join('; ')}`)
  }

  /** The HTML as it is printed: numbers filled in, blank pages and rules of the pages in place. */
  async function finalHtml(): Promise<string> {
    const running = await launchBrowser(browser, process.env, { timeout: PATIENCE })
    try {
      const page = await openClosedPage(running, prepared.answer)
      await printBook(page, { ...prepared, multipleOf: 1 })
      return await page.content()
    } finally {
      await running.close()
    }
  }

  async function printPlainly(document: string): Promise<void> {
    const running = await launchBrowser(browser, process.env, { timeout: PATIENCE })
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

interface Use {
  time: number
  /** Of this process and the browser; not a number where the kernel does not tell. */
  cpu: number
  /** The most of both, in MB. */
  memory: number
}

async function measured(run: () => Promise<void>): Promise<Use> {
  let use = { time: 0, memory: 0 }
  const cpu = await cpuOfGroup(async () => {
    use = await useOf(run)
  })
  return { ...use, cpu: cpu ?? Number.NaN }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
