import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'notes-consumer-'))
const packages = join(import.meta.dirname, '../..')
const shell = process.platform === 'win32'

/** Runs a program as a user would, without what this workspace adds to the environment. */
function run(program: string, args: readonly string[], cwd = folder): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name)))
  return execFileSync(program, args, {
    cwd,
    shell,
    encoding: 'utf8',
    env: { ...env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  })
}

beforeAll(() => {
  const tarballs = ['parser', 'glossary', 'publish'].map((name) => {
    const listed = run('pnpm', ['pack', '--json', '--pack-destination', folder], join(packages, name))
    return (JSON.parse(listed) as { filename: string }).filename
  })
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n')
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed packages in an empty folder', () => {
  it('make a book by the two commands of the README', () => {
    run('npx', ['notes', 'init', 'demo'])
    run('npx', ['notes', 'check', 'demo', '--strict'])
    const summary = run('npx', ['notes', 'build', 'demo', '--format', 'epub'])
    expect(summary).toContain('output/my-notes.epub')
    expect(readFileSync(join(folder, 'output/my-notes.epub')).subarray(0, 2).toString()).toBe('PK')
  })

  it('make a book by the code of the README', () => {
    const readme = readFileSync(join(packages, 'publish/README.md'), 'utf8')
    const code = /```js\n([\s\S]*?)```/u.exec(readme)?.[1] ?? ''
    writeFileSync(join(folder, 'example.js'), code)
    run('node', ['example.js'])
    expect(readFileSync(join(folder, 'demo.epub')).subarray(0, 2).toString()).toBe('PK')
  })

  it('give editors the JSON Schema', () => {
    const code = `import schema from '@notes/publish/book.schema.json' with { type: 'json' }
console.log(schema.properties.title.description)`
    writeFileSync(join(folder, 'schema.js'), code)
    expect(run('node', ['schema.js'])).toContain('title')
  })
})
