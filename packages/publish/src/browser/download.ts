import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  Browser,
  canDownload,
  computeExecutablePath,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
} from '@puppeteer/browsers'
import * as puppeteer from 'puppeteer'
import type { Environment } from './cache-folder.ts'
import type { Candidate, Progress } from './types.ts'

/** How long the download's server may take to answer before the network counts as closed. */
const PROBE_MS = 8000

/** The build that this version of puppeteer was tested with; its types leave the table out. */
const { PUPPETEER_REVISIONS } = puppeteer as unknown as { PUPPETEER_REVISIONS: Record<string, string> }
const buildId = PUPPETEER_REVISIONS[Browser.CHROMEHEADLESSSHELL] ?? 'stable'

/** Puppeteer's own cache folder, which it shares with other projects. */
function puppeteerCache(env: Environment): string {
  return env['PUPPETEER_CACHE_DIR'] || join(env['HOME'] || homedir(), '.cache', 'puppeteer')
}

/** Browsers that puppeteer downloaded before, newest first; the headless shell before Chrome. */
export async function downloadedBrowsers(env: Environment): Promise<Candidate[]> {
  const installed = await getInstalledBrowsers({ cacheDir: puppeteerCache(env) }).catch(() => [])
  const platform = detectBrowserPlatform()
  return installed
    .filter((each) => each.platform === platform)
    .filter((each) => each.browser === Browser.CHROMEHEADLESSSHELL || each.browser === Browser.CHROME)
    .toSorted((a, b) => rank(a.browser) - rank(b.browser) || compareBuilds(b.buildId, a.buildId))
    .map((each) => ({ executablePath: each.executablePath, source: 'puppeteer-cache' as const }))
}

/** Downloads the headless shell that puppeteer was tested with. Undefined where the network is closed. */
export async function downloadBrowser(
  env: Environment,
  onProgress?: Progress,
): Promise<Candidate | undefined> {
  const options = { browser: Browser.CHROMEHEADLESSSHELL, buildId, cacheDir: puppeteerCache(env) }
  if (detectBrowserPlatform() === undefined) return
  onProgress?.('Looking for a browser to download')
  if (!(await answersInTime(options))) return
  try {
    await install({
      ...options,
      downloadProgressCallback: (done, total) => onProgress?.('Downloading the browser', done, total),
    })
    return { executablePath: computeExecutablePath(options), source: 'download' }
  } catch {
    return
  }
}

function answersInTime(options: Parameters<typeof canDownload>[0]): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PROBE_MS)
    void canDownload(options)
      .catch(() => false)
      .then((answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
  })
}

function rank(browser: Browser): number {
  return browser === Browser.CHROMEHEADLESSSHELL ? 0 : 1
}

function compareBuilds(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
