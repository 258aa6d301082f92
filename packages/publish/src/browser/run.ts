import { type Browser, PuppeteerError } from 'puppeteer'
import { launchBrowser } from './launch.ts'
import type { FoundBrowser } from './types.ts'

export interface RunOptions {
  browser: FoundBrowser
  /** The longest that one step may take before the browser counts as hanging, in milliseconds. */
  timeout?: number
}

/** The browser crashed, hung or did not start; nothing is wrong with what it was asked to do. */
export class BrowserFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BrowserFault'
  }
}

/**
 * Runs a job in a browser of its own and always ends the browser. If it crashes or hangs, the job runs once more in
 * a new one, after `onRestart`; the second `BrowserFault` is thrown, and so is any other error at once.
 */
export async function runInBrowser<T>(
  options: RunOptions,
  job: (browser: Browser) => Promise<T>,
  onRestart: () => void,
): Promise<T> {
  try {
    return await runOnce(options, job)
  } catch (error) {
    if (!(error instanceof BrowserFault)) throw error
    onRestart()
    return await runOnce(options, job)
  }
}

async function runOnce<T>(options: RunOptions, job: (browser: Browser) => Promise<T>): Promise<T> {
  const { browser: target, timeout } = options
  const started = launchBrowser(target, process.env, timeout === undefined ? {} : { timeout })
  const browser = await started.catch((error: unknown) => {
    throw new BrowserFault('The browser did not start', error)
  })
  try {
    return await Promise.race([job(browser), crashOf(browser)])
  } catch (error) {
    throw error instanceof PuppeteerError ? new BrowserFault(error.message, error) : error
  } finally {
    await closeBrowser(browser)
  }
}

/** Rejects when the browser goes away under the job. */
function crashOf(browser: Browser): Promise<never> {
  return new Promise((_, reject) => {
    browser.once('disconnected', () => reject(new BrowserFault('The browser stopped')))
  })
}

/** A hanging browser does not close when it is asked to. */
async function closeBrowser(browser: Browser): Promise<void> {
  const process = browser.process()
  const closed = browser.close().catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 5000)
  })
  await Promise.race([closed, patience])
  clearTimeout(timer)
  process?.kill('SIGKILL')
}
