import { spawn } from 'node:child_process'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildRecord } from '../../src/cli/output.ts'
import { bin, emptyFolder, notes, notesHere } from './run-notes.ts'

const folder = emptyFolder()
const output = join(folder.path, 'output')
const record = (): BuildRecord => JSON.parse(readFileSync(join(output, 'build.json'), 'utf8')) as BuildRecord

beforeAll(async () => {
  await notesHere(['init', 'demo'], folder.path)
}, 60_000)
afterAll(folder.dispose)

describe('notes build with a browser', { timeout: 180_000 }, () => {
  it('makes PDF, ePub and handouts in plain stages, and the same bytes again', async () => {
    const { code, stderr } = await notes(['build', 'demo'], folder.path)
    expect(code).toBe(0)
    const stages = stderr.trimEnd().split('\n')
    expect(stages[0]).toBe('Reading the notes …')
    expect(stages.at(-1)).toBe('Writing the ePub …')
    expect(new Set(stages).size).toBe(stages.length)
    const first = record()
    expect(first.files.map(({ path }) => path)).toEqual([
      'handouts/all.pdf',
      'handouts/small-operations.pdf',
      'handouts/taking-notes.pdf',
      'my-notes.epub',
      'my-notes.pdf',
    ])
    expect(first.files.at(-1)?.pages).toBeGreaterThan(4)
    expect(first.browser).toMatch(/\d+\.\d+/u)
    expect(first.messages).toEqual({ error: 0, warning: 0, info: 0 })
    await notes(['build', 'demo'], folder.path, { TZ: 'Pacific/Apia' })
    expect(record()).toEqual(first)
  })

  it('ends at Ctrl-C without half a file and without a browser', async () => {
    const before = readdirSync(output)
    const mark = `NOTES_TEST_MARK=${process.pid}-${Date.now()}`
    const child = spawn(process.execPath, [bin, 'build', 'demo', '--out', 'output'], {
      cwd: folder.path,
      env: { ...process.env, NOTES_TEST_MARK: mark.split('=')[1] },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const code = await new Promise<number | string | null>((resolve) => {
      let stderr = ''
      child.stderr.on('data', (data: Buffer) => {
        stderr += data.toString()
        if (/Loading the book|Measuring/u.test(stderr)) child.kill('SIGINT')
      })
      child.on('close', (exitCode, signal) => resolve(exitCode ?? signal))
    })
    expect([130, 'SIGINT']).toContain(code)
    expect(readdirSync(output)).toEqual(before)
    await expect.poll(() => marked(mark), { timeout: 10_000 }).toEqual([])
  })
})

/** Processes that carry a variable in their environment; only Linux shows them. */
function marked(variable: string): string[] {
  return globSync('/proc/[0-9]*/environ').filter((file) => {
    try {
      return readFileSync(file, 'latin1').split('\0').includes(variable)
    } catch {
      return false
    }
  })
}
