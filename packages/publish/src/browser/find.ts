import { existsSync } from 'node:fs'
import { unpackBrowser, unpackedBrowser } from './bundled.ts'
import { cacheFolder, type Environment } from './cache-folder.ts'
import { downloadBrowser, downloadedBrowsers } from './download.ts'
import { installedBrowsers } from './installed.ts'
import { launchBrowser } from './launch.ts'
import { rememberBrowser, rememberedBrowser } from './remembered.ts'
import type { Candidate, FindOptions, FoundBrowser, MissingBrowser } from './types.ts'

const HOW =
  'install Chrome, Chromium or Edge, or set PUPPETEER_EXECUTABLE_PATH to the program of one that you have'

/**
 * Finds a browser that starts: PUPPETEER_EXECUTABLE_PATH; Chrome, Chromium or Edge on this machine; puppeteer's
 * cache; a download into it; the Chromium inside `@sparticuz/chromium` on Linux x64.
 *
 * A browser that was found before and has not changed is taken without starting it.
 */
export async function findBrowser(
  env: Environment = process.env,
  options: FindOptions = {},
): Promise<FoundBrowser | MissingBrowser> {
  const cache = cacheFolder(env)
  const named = env['PUPPETEER_EXECUTABLE_PATH']
  if (named) return await namedBrowser(named, env, cache)
  const failed: string[] = []
  for await (const candidate of candidates(env, cache, options)) {
    const found = await tryBrowser(candidate, env, cache)
    if (found !== undefined) return found
    failed.push(candidate.executablePath)
  }
  const tried = failed.length > 0 ? ` (${failed.join(', ')} would not start)` : ''
  return { missing: `No browser was found and none could be downloaded${tried}: ${HOW}.` }
}

async function namedBrowser(
  executablePath: string,
  env: Environment,
  cache: string,
): Promise<FoundBrowser | MissingBrowser> {
  if (!existsSync(executablePath)) {
    return {
      missing: `PUPPETEER_EXECUTABLE_PATH names ${executablePath}, which does not exist: ${HOW}.`,
    }
  }
  const bundled = await unpackedBrowser(cache)
  const source = 'environment'
  const libraries = bundled?.executablePath === executablePath ? bundled.libraries : undefined
  const found = await tryBrowser({ executablePath, source, ...(libraries && { libraries }) }, env, cache)
  return (
    found ?? {
      missing: `PUPPETEER_EXECUTABLE_PATH names ${executablePath}, which would not start as a browser: ${HOW}.`,
    }
  )
}

async function* candidates(env: Environment, cache: string, options: FindOptions): AsyncGenerator<Candidate> {
  for (const executablePath of installedBrowsers(env)) yield { executablePath, source: 'installed' }
  yield* await downloadedBrowsers(env)
  const unpacked = await unpackedBrowser(cache)
  if (unpacked) yield unpacked
  const downloaded = await downloadBrowser(env, options.onProgress)
  if (downloaded) yield downloaded
  const bundled = unpacked ? undefined : await unpackBrowser(cache, options.onProgress)
  if (bundled) yield bundled
}

/** Starts a candidate once to learn its build; with its own shared libraries where it does not start without. */
async function tryBrowser(
  candidate: Candidate,
  env: Environment,
  cache: string,
): Promise<FoundBrowser | undefined> {
  const remembered = await rememberedBrowser(cache, candidate)
  if (remembered) return remembered
  const { executablePath, source, libraries } = candidate
  const extras: Record<string, string>[] = [{}]
  if (libraries) {
    const inherited = env['LD_LIBRARY_PATH']
    extras.push({ LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries })
  }
  for (const extra of extras) {
    const build = await startedBuild(executablePath, extra, env)
    if (build === undefined) continue
    const found: FoundBrowser = { executablePath, source, build, env: extra }
    await rememberBrowser(cache, found)
    return found
  }
  return
}

async function startedBuild(
  executablePath: string,
  extra: Record<string, string>,
  env: Environment,
): Promise<string | undefined> {
  try {
    const browser = await launchBrowser({ executablePath, env: extra }, env, { timeout: 30_000 })
    try {
      return (await browser.version()).replace(/^(?:HeadlessChrome|Chrome)\//, 'Chromium ')
    } finally {
      await browser.close()
    }
  } catch {
    return
  }
}
