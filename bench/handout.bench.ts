/**
 * All handouts of a book, from its tree to the finished files, against a bare print of the same pages: the HTML as it
 * was laid out, loaded and printed once with tags by the same browser, forty handouts at a time. Each runs in a process
 * of its own, and what counts is the processor time of that process and its browser, because other work on the machine
 * moves the clock. Numbers of sessions may be given as arguments; the default is 120, 400 and 1,200: memory beyond that of
 * the loaded book must stay the same.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpuOfGroup } from './support/cpu-group.ts'
import {
  type AnswerRequest,
  CHUNK,
  composeAll,
  handoutLabels,
  handoutPage,
  launchBrowser,
  layOutHandouts,
  openClosedPage,
  pageParts,
  prepareHandouts,
  printPages,
  renderInput,
  sampleBook,
  writeHandouts,
} from './support/handout-steps.ts'
import { report } from './support/measure.ts'
import { foundBrowser, seconds, useOf } from './support/printing.ts'
import { memoryOf } from './support/process-tree.ts'

interface Made {
  pages: number
  /** Of all files, in MB. */
  size: number
  /** Milliseconds of processor time, where the kernel counts them. */
  cpu?: number
}

const [kind, count] = process.argv.slice(2)
if (kind === 'bare' || kind === 'ours') {
  const run = await (kind === 'bare' ? barePrint : allHandouts)(Number(count))
  globalThis.gc?.()
  process.send?.('ready')
  await once(process, 'message')
  let made: Made = { pages: 0, size: 0 }
  const cpu = await cpuOfGroup(async () => {
    made = await run()
  })
  process.send?.({ ...made, cpu })
  await once(process, 'message')
  process.disconnect()
} else {
  const sizes = process.argv.slice(2).map(Number)
  for (const sessions of sizes.length > 0 ? sizes : [120, 400, 1200]) {
    const bare = await inProcess('bare', sessions)
    const ours = await inProcess('ours', sessions)
    const name = `${sessions} sessions, ${ours.pages} pages`
    report(`${name}: launch, load, page.pdf`, bare.cpu)
    report(`${name}: all handouts`, ours.cpu, { name: 'the bare print', time: bare.cpu, most: 1.5 })
    console.log(`${name}: by the clock ${seconds(bare)} s and ${seconds(ours)} s; files of ${ours.size} MB`)
    console.log(
      `${name}: ${ours.loaded} MB with the book loaded, at most ${ours.memory - ours.loaded} MB more with the browser; the bare print ${bare.memory - bare.loaded} MB more`,
    )
  }
}

/** Watched from here, so that watching does not count. */
async function inProcess(
  name: 'bare' | 'ours',
  sessions: number,
): Promise<Required<Made> & Awaited<ReturnType<typeof useOf>> & { loaded: number }> {
  const child = fork(import.meta.filename, [name, String(sessions)], { execArgv: ['--expose-gc'] })
  await once(child, 'message')
  const loaded = Math.round(memoryOf([child.pid ?? 0]))
  let made: Made = { pages: 0, size: 0 }
  const use = await useOf(async () => {
    child.send('go')
    ;[made] = (await once(child, 'message')) as [Made]
  }, child.pid)
  child.send('end')
  await once(child, 'exit')
  return { ...use, ...made, cpu: made.cpu ?? use.cpu, loaded }
}

function inputOf(sessions: number): ReturnType<typeof renderInput> {
  return renderInput(sampleBook({ events: 1, sessions, sections: 5, points: 8 }))
}

async function allHandouts(sessions: number): Promise<() => Promise<Made>> {
  const input = inputOf(sessions)
  const browser = await foundBrowser()
  return async () => {
    let [size, pages] = [0, 0]
    await writeHandouts(
      input,
      { browser },
      {
        open: (path) => ({
          write: (bytes) => void (size += bytes.length),
          close: (each) => void (pages = path === 'all.pdf' ? each : pages),
        }),
      },
    )
    return { pages, size: Math.round(size / 1024 / 1024) }
  }
}

async function barePrint(sessions: number): Promise<() => Promise<Made>> {
  const documents = await laidOut(inputOf(sessions))
  const browser = await foundBrowser()
  return async () => {
    let size = 0
    const running = await launchBrowser(browser, process.env)
    for (const { html, answer } of documents) {
      const page = await openClosedPage(running, (path) =>
        path === '/' ? { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) } : answer(path),
      )
      size += (await printPages(page)).length
      await page.close()
    }
    await running.close()
    return { pages: 0, size: Math.round(size / 1024 / 1024) }
  }
}

/** The HTML as it is printed, and what it may load. */
async function laidOut(
  input: ReturnType<typeof renderInput>,
): Promise<{ html: string; answer: AnswerRequest }[]> {
  const page = handoutPage('1up', 'a4')
  const labels = handoutLabels('ja')
  const handouts = composeAll(input.book, input.assets)
  const browser = await launchBrowser(await foundBrowser(), process.env)
  try {
    const found = []
    for (let start = 0; start < handouts.length; start += CHUNK) {
      const { answer } = await prepareHandouts(handouts.slice(start, start + CHUNK), input, page, labels)
      const tab = await openClosedPage(browser, answer)
      await layOutHandouts(tab, pageParts(page, labels))
      found.push({ html: await tab.content(), answer })
      await tab.close()
    }
    return found
  } finally {
    await browser.close()
  }
}
