import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheFolder } from '../../src/browser/cache-folder.ts'
import { findBrowser } from '../../src/browser/find.ts'
import { installedPlaces } from '../../src/browser/installed.ts'
import { rememberBrowser, rememberedBrowser } from '../../src/browser/remembered.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-browser-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('findBrowser', () => {
  it('says what is wrong with a named browser that does not exist', async () => {
    const env = { XDG_CACHE_HOME: folder, PUPPETEER_EXECUTABLE_PATH: join(folder, 'nothing') }
    const found = await findBrowser(env)
    expect(found.missing).toMatch(/^PUPPETEER_EXECUTABLE_PATH names .*nothing, which does not exist: install/)
    expect(found.missing?.match(/\.(?:\s|$)/g)).toHaveLength(1)
  })

  it('takes a browser that it knows without starting it', async () => {
    const executablePath = fakeBrowser()
    const cache = cacheFolder({ XDG_CACHE_HOME: folder })
    await rememberBrowser(cache, {
      executablePath,
      source: 'environment',
      build: 'Chromium 1.2.3.4',
      env: {},
    })
    const env = { XDG_CACHE_HOME: folder, PUPPETEER_EXECUTABLE_PATH: executablePath }
    expect(await findBrowser(env)).toEqual({
      executablePath,
      source: 'environment',
      build: 'Chromium 1.2.3.4',
      env: {},
    })
  })

  it('forgets a browser that was replaced', async () => {
    const executablePath = fakeBrowser()
    const candidate = { executablePath, source: 'installed' as const }
    await rememberBrowser(folder, { ...candidate, build: 'Chromium 1.2.3.4', env: {} })
    expect((await rememberedBrowser(folder, candidate))?.build).toBe('Chromium 1.2.3.4')
    utimesSync(executablePath, 1, 1)
    expect(await rememberedBrowser(folder, candidate)).toBeUndefined()
  })
})

describe('installedPlaces', () => {
  it('knows where each platform keeps its browsers', () => {
    expect(installedPlaces({ PATH: '/opt/bin' }, 'linux')).toContain('/opt/bin/chromium')
    expect(installedPlaces({}, 'darwin')).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    const windows = installedPlaces({ 'PROGRAMFILES(X86)': 'C:\\Programs' }, 'win32')
    expect(windows.some((path) => path.startsWith('C:\\Programs') && path.endsWith('msedge.exe'))).toBe(true)
  })
})

function fakeBrowser(): string {
  const path = join(folder, 'bin', 'chromium')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(path, '#!/bin/sh\nexit 1\n')
  chmodSync(path, 0o755)
  return path
}
