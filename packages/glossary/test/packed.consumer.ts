import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'notes-glossary-consumer-'))
const packages = join(import.meta.dirname, '../..')
const shell = process.platform === 'win32'
const require = createRequire(import.meta.url)

function run(program: string, args: readonly string[], cwd = folder): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name)))
  return execFileSync(program, args, { cwd, shell, encoding: 'utf8', env })
}

beforeAll(() => {
  const tarballs = ['parser', 'glossary'].map((name) => {
    const listed = run('pnpm', ['pack', '--json', '--pack-destination', folder], join(packages, name))
    return (JSON.parse(listed) as { filename: string }).filename
  })
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n')
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'remark@15.0.1', ...tarballs])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed package in an empty folder', () => {
  test('runs the examples of its README', () => {
    const readme = readFileSync(join(folder, 'node_modules/@notes/glossary/README.md'), 'utf8')
    const examples = [...readme.matchAll(/```js\n([\s\S]*?)```\n+```txt\n([\s\S]*?)```/g)]
    expect(examples.length).toBeGreaterThan(0)
    for (const [, code = '', output] of examples) {
      writeFileSync(join(folder, 'example.js'), code)
      expect(run(process.execPath, ['example.js'])).toBe(output)
    }
  })

  test('has types that hold in strict TypeScript', () => {
    writeFileSync(
      join(folder, 'typed.ts'),
      `import { createSegmenterTokenizer, createTermLinker, type TermMatch } from '@notes/glossary'
import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { remarkTerms } from '@notes/glossary/remark'
const linker = createTermLinker([{ term: 'SLO', note: 1 }], { tokenizer: createSegmenterTokenizer() })
const found: TermMatch[] = linker.find('SLO')
export const start: number | undefined = found[0]?.start
export const plugin = remarkTerms({ terms: [], tokenizer: createKuromojiTokenizer() })
// @ts-expect-error -- a linker wants a tokenizer
createTermLinker([], {})
`,
    )
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '']
    const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
    expect(run(process.execPath, [compiler, ...options, 'typed.ts'])).toBe('')
  })

  test('ships its licence and the notices of the dictionary', () => {
    const shipped = readdirSync(join(folder, 'node_modules/@notes/glossary'))
    expect(shipped).toEqual(expect.arrayContaining(['LICENSE', 'NOTICE.md', 'licenses']))
  })

  test('is bundled for browsers without Node’s modules', async () => {
    writeFileSync(
      join(folder, 'browser.js'),
      `import { createSegmenterTokenizer, createTermLinker } from '@notes/glossary'
import { remarkTerms } from '@notes/glossary/remark'
export const found = createTermLinker([{ term: 'ログ' }], { tokenizer: createSegmenterTokenizer() }).find('ログとブログ')
export { remarkTerms }
`,
    )
    const { build } = await import('esbuild')
    const bundle = join(folder, 'bundle.js')
    await build({
      entryPoints: [join(folder, 'browser.js')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      outfile: bundle,
    })
    expect(readFileSync(bundle, 'utf8')).not.toMatch(/from ?"node:|require\(/)
    const { found } = (await import(bundle)) as { found: unknown }
    expect(found).toEqual([{ start: 0, end: 2, term: 'ログ' }])
  })
})
