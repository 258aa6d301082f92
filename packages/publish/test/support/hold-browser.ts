/** Starts a browser, prints the id of its process, and waits for its end: run by tests as a process of its own. */
import { findBrowser } from '../../src/browser/index.ts'
import { runInBrowser } from '../../src/browser/run.ts'

const browser = await findBrowser(process.env)
if (browser.missing !== undefined) throw new Error(browser.missing)
await runInBrowser(
  { browser },
  async (running) => {
    await running.newPage()
    process.stdout.write(`${running.process()?.pid}\n`)
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  },
  () => process.stdout.write('again\n'),
)
