/**
 * Installs the packed package in an empty project and uses it there: in strict TypeScript, in Node, and as a bundle
 * for browsers, which runs in a context that has nothing of Node.
 *
 * The package's dependencies come from npm's cache or the registry.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')
const project = mkdtempSync(join(tmpdir(), 'notes-parser-consumer-'))
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const expected = 'event 秋の技術会 / session 監視の話 / 田中 さん'

try {
  execFileSync('pnpm', ['pack', '--pack-destination', project], { cwd: root, stdio: 'ignore' })
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new Error('The package could not be packed.')
  cpSync(fileURLToPath(import.meta.resolve('./use.ts')), join(project, 'use.ts'))
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--omit=dev', `./${tarball}`)

  const compiler = resolve(root, 'node_modules/typescript/bin/tsc')
  const options = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
  ]
  run(process.execPath, compiler, ...options, 'es2023,dom', '--types', '', '--outDir', 'out', 'use.ts')
  check('Node', run(process.execPath, 'out/use.js'))

  const bundle = join(project, 'bundle.js')
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: ['out/use.js'],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    metafile: true,
    logLevel: 'warning',
  })
  const printed: string[] = []
  const browser = {
    TextDecoder,
    TextEncoder,
    URL,
    document: fakeDocument(),
    console: { log: (text: string) => printed.push(text) },
  }
  const code = readFileSync(bundle, 'utf8')
  runInContext(code, createContext(browser))
  check('a browser bundle', printed.join('\n'))
  const inputs = Object.keys(metafile.inputs).length
  process.stdout.write(
    `The bundle has ${Math.round(code.length / 1000)} kB of ${inputs} modules and needs nothing of Node.\n`,
  )

  const schema = JSON.parse(
    readFileSync(join(project, 'node_modules/@notes/parser/schema.json'), 'utf8'),
  ) as { $ref: string }
  if (schema.$ref !== '#/$defs/notesRoot') throw new Error('The schema is not in the package.')
} finally {
  rmSync(project, { recursive: true, force: true })
}

function check(where: string, printed: string): void {
  if (printed.trim() !== expected) throw new Error(`In ${where} it printed ${printed}, expected ${expected}`)
  process.stdout.write(`Works in ${where}.\n`)
}

/** What decode-named-character-reference asks of a page: an element that decodes entities. */
function fakeDocument(): object {
  return { createElement: () => ({ innerHTML: '', textContent: '' }) }
}
