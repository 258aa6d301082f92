/**
 * All handouts of a book, from its tree to the finished files, against a bare print of the same pages: the same HTML
 * as it was laid out, loaded by the same browser, and each handout and all of them printed once with tags. Compared by
 * processor time, because other work on the machine moves the clock. Numbers of sessions may be given as arguments; the
 * default is 40 and 160: memory may grow by the files alone.
 */
import { report } from './support/measure.ts'
import { foundBrowser, seconds, useOf } from './support/printing.ts'
import {
  type AnswerRequest,
  CHUNK,
  composeHandouts,
  handoutLabels,
  handoutPage,
  launchBrowser,
  layOutHandouts,
  openClosedPage,
  prepareHandouts,
  printHandout,
  renderHandouts,
  renderInput,
  rulePitch,
  sampleBook,
  SCALES,
} from './support/publish-steps.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>

const sizes = process.argv.slice(2).map(Number)
const browser = await foundBrowser()
console.log(browser.build)

for (const sessions of sizes.length > 0 ? sizes : [40, 160]) {
  const input = renderInput(sampleBook({ events: 1, sessions, sections: 5, points: 8 }))
  const documents = await laidOut()
  const baseline = await useOf(async () => {
    const running = await launchBrowser(browser, process.env)
    for (const document of documents) await printPlainly(running, document)
    await running.close()
  })
  let files: { bytes: Uint8Array; pages: number }[] = []
  const ours = await useOf(async () => {
    files = (await renderHandouts(input, { browser })).files
  })
  const name = `${sessions} sessions, ${files.at(-1)?.pages} pages`
  const size = Math.round(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024 / 1024)
  report(`${name}: launch, load, page.pdf`, baseline.cpu)
  report(`${name}: all handouts`, ours.cpu, { name: 'the bare print', time: baseline.cpu, most: 1.5 })
  console.log(
    `${name}: by the clock ${seconds(baseline)} s and ${seconds(ours)} s; ${baseline.memory} MB and ${ours.memory} MB at most, of which the files are ${size} MB`,
  )

  /** The HTML as it is printed, and what it may load. */
  async function laidOut(): Promise<{ ids: string[]; html: string; answer: AnswerRequest }[]> {
    const page = handoutPage('1up', 'a4')
    const labels = handoutLabels('ja')
    const handouts = composeHandouts(input.book, input.assets)
    const starter = await launchBrowser(browser, process.env)
    try {
      const found = []
      for (let start = 0; start < handouts.length; start += CHUNK) {
        const some = handouts.slice(start, start + CHUNK)
        const answer = await prepareHandouts(some, input, page, labels)
        const tab = await openClosedPage(starter, answer)
        await layOutHandouts(tab, { aside: page.aside, labels, rule: rulePitch(page), scales: SCALES })
        found.push({ ids: some.map(({ id }) => id), html: await tab.content(), answer })
        await tab.close()
      }
      return found
    } finally {
      await starter.close()
    }
  }
}

async function printPlainly(
  running: Browser,
  { ids, html, answer }: { ids: string[]; html: string; answer: AnswerRequest },
): Promise<void> {
  const page = await openClosedPage(running, (path) =>
    path === '/' ? { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) } : answer(path),
  )
  for (const id of [...ids, null]) await printHandout(page, id)
  await page.close()
}
