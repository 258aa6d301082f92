import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * The packed package in an empty project: in strict TypeScript, in Node, Deno and Bun, and as a bundle in a browser,
 * its worker, and a context that has nothing of Node. Packages come from npm's cache or the registry.
 */
const root = resolve(import.meta.dirname, '../..')
const project = mkdtempSync(join(tmpdir(), 'notes-parser-consumer-'))
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  })
const install = (...names: string[]): string =>
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--omit=dev', ...names)
const expected = 'event 秋の技術会 / session 監視の話 / 田中 さん'

const browsers = [
  process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '',
  ...['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const browser = browsers.find((path) => path !== '' && existsSync(path))
if (!browser) process.stderr.write('Skipped: no browser was found (set PUPPETEER_EXECUTABLE_PATH).\n')
const runtimes = installRuntimes()

/** Deno and Bun as npm has them, where it has them for this machine. */
function installRuntimes(): string | undefined {
  const folder = join(project, 'runtimes')
  try {
    run('npm', 'install', '--no-audit', '--no-fund', '--prefix', folder, 'deno@2.9.6', 'bun@1.4.5')
    return join(folder, 'node_modules/.bin')
  } catch (error) {
    process.stderr.write(`Skipped: Deno and Bun could not be installed (${String(error)}).\n`)
    return undefined
  }
}

beforeAll(() => {
  execFileSync('pnpm', ['pack', '--pack-destination', project], { cwd: root, stdio: 'ignore' })
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!
  cpSync(join(import.meta.dirname, 'use.ts'), join(project, 'use.ts'))
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  install(`./${tarball}`)
  const compiler = resolve(root, 'node_modules/typescript/bin/tsc')
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023']
  run(
    process.execPath,
    compiler,
    ...strict,
    '--lib',
    'es2023,dom',
    '--types',
    '',
    '--outDir',
    'out',
    'use.ts',
  )
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

it('is typed strictly and runs in Node', () => {
  expect(run(process.execPath, 'out/use.js').trim()).toBe(expected)
})

it('has the schema of the tree', () => {
  const path = join(project, 'node_modules/@notes/parser/schema.json')
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ $ref: '#/$defs/notesRoot' })
})

describe.skipIf(!runtimes)('in other runtimes', () => {
  it('runs in Deno, which allows it nothing', () => {
    expect(run(join(runtimes!, 'deno'), 'run', '--no-prompt', 'out/use.js').trim()).toBe(expected)
  })

  it('runs in Bun', () => {
    expect(run(join(runtimes!, 'bun'), 'out/use.js').trim()).toBe(expected)
  })
})

describe('as a bundle for browsers', () => {
  beforeAll(async () => {
    await build({
      absWorkingDir: project,
      entryPoints: ['out/use.js'],
      outfile: join(project, 'bundle.js'),
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      logLevel: 'warning',
    })
  })

  it('needs nothing of Node', () => {
    const printed: string[] = []
    const page = {
      TextDecoder,
      TextEncoder,
      URL,
      // decode-named-character-reference asks an element of the page.
      document: { createElement: () => ({ innerHTML: '', textContent: '' }) },
      console: { log: (text: string) => printed.push(text) },
    }
    runInContext(readFileSync(join(project, 'bundle.js'), 'utf8'), createContext(page))
    expect(printed).toEqual([expected])
  })

  it.skipIf(!browser)('runs in a page of a browser', () => {
    expect(inBrowser('<script src="bundle.js"></script>')).toContain(expected)
  })

  it.skipIf(!browser)('runs in a worker, which has no document', async () => {
    await build({
      absWorkingDir: project,
      entryPoints: ['out/use.js'],
      outfile: join(project, 'worker.js'),
      bundle: true,
      conditions: ['worker'],
      platform: 'browser',
      format: 'iife',
      banner: { js: 'console.log = (text) => postMessage(text);' },
    })
    const code = JSON.stringify(readFileSync(join(project, 'worker.js'), 'utf8')).replaceAll('<', '\\u003C')
    const start = `const url = URL.createObjectURL(new Blob([${code}]))
      const worker = new Worker(url)
      worker.onmessage = ({ data }) => console.log(data)
      worker.onerror = ({ message }) => console.log(message)`
    expect(inBrowser(`<script>${start}</script>`)).toContain(expected)
  })
})

/** The text of a page once its scripts have run, with what they print. */
function inBrowser(script: string): string {
  const print = '<script>console.log = (text) => document.body.append(text)</script>'
  writeFileSync(
    join(project, 'page.html'),
    `<!doctype html><meta charset="utf-8"><body>${print}${script}</body>`,
  )
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom']
  const page = run(browser!, ...flags, `file://${join(project, 'page.html')}`)
  return page.replace(/<script[\s\S]*?<\/script>/g, '')
}
