import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { previousFiles, writeOutput } from '../../src/cli/output.ts'
import { createProgress } from '../../src/cli/progress.ts'
import { emptyFolder } from './run-notes.ts'

const folder = emptyFolder()
afterAll(folder.dispose)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('writeOutput', () => {
  it('writes all files, in folders too, and removes the stale ones', async () => {
    const out = join(folder.path, 'out')
    await writeOutput(out, [{ path: 'old.txt', bytes: bytes('old') }], [])
    const files = [
      { path: 'a.txt', bytes: bytes('a') },
      { path: 'deep/b.txt', bytes: bytes('b') },
    ]
    await writeOutput(out, files, ['old.txt', '../outside.txt'])
    expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
      'a.txt',
      'deep',
      join('deep', 'b.txt'),
    ])
  })

  it('moves nothing where one file cannot be written', async () => {
    const out = join(folder.path, 'half')
    mkdirSync(out)
    writeFileSync(join(out, 'a.txt'), 'the last good one')
    writeFileSync(join(out, 'taken'), '')
    const files = [
      { path: 'a.txt', bytes: bytes('new') },
      { path: 'taken/b.txt', bytes: bytes('b') },
    ]
    await expect(writeOutput(out, files, [])).rejects.toThrow('EEXIST')
    expect(readdirSync(out)).toEqual(['a.txt', 'taken'])
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('the last good one')
  })

  it('leaves nothing behind at Ctrl-C', async () => {
    const out = join(folder.path, 'stopped')
    // The second file’s bytes are asked for in the middle of writing; the signal comes then.
    const code = `
      import { writeOutput } from ${JSON.stringify(join(import.meta.dirname, '../../src/cli/output.ts'))}
      const first = { path: 'a.txt', bytes: new Uint8Array(10) }
      const never = { path: 'b.txt', get bytes() { process.kill(process.pid, 'SIGINT'); return new Uint8Array(50_000_000) } }
      await writeOutput(${JSON.stringify(out)}, [first, never], [])
      console.log('not stopped')`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code])
    let stdout = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    const exit = await new Promise((resolve) => child.on('close', resolve))
    expect({ exit, stdout }).toEqual({ exit: 130, stdout: '' })
    expect(readdirSync(out)).toEqual([])
  })
})

describe('previousFiles', () => {
  it.each([
    '',
    '{',
    '[]',
    '{"files": 3}',
    '{"files": [{"path": 3}, {"path": "/etc/passwd"}, {"path": "a/../b"}]}',
  ])('takes %j for no files', (text) => {
    writeFileSync(join(folder.path, 'build.json'), text)
    expect(previousFiles(folder.path)).toEqual([])
  })
})

describe('createProgress', () => {
  const written = (facts: object, env: NodeJS.ProcessEnv = {}): string => {
    const stream = Object.assign(new PassThrough(), facts)
    const progress = createProgress({ stderr: stream as unknown as NodeJS.WriteStream, env })
    progress.report('Printing', 1, 4)
    progress.report('Printing', 2, 4)
    progress.clear()
    return String(stream.read())
  }
  const terminal = { isTTY: true, rows: 24, columns: 80 }

  it('overwrites one line on a terminal', () => {
    const text = written(terminal)
    expect(text).toContain('Printing 25 %')
    expect(text).toContain('Printing 50 %')
    expect(text.match(/\u001B\[2K/gu)?.length).toBeGreaterThan(1)
  })

  it.each([
    ['elsewhere', {}, {}],
    ['in CI', terminal, { CI: 'true' }],
    ['on a terminal without a size', { ...terminal, rows: 0 }, {}],
  ])('writes a line a stage %s', (_, facts, env) => {
    expect(written(facts, env)).toBe('Printing …\n')
  })
})
