import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildRecord } from '../../src/cli/output.ts'
import { emptyFolder, notes, notesHere } from './run-notes.ts'

const folder = emptyFolder()
const output = join(folder.path, 'output')
const record = (): BuildRecord => JSON.parse(readFileSync(join(output, 'build.json'), 'utf8')) as BuildRecord
const epub = (...more: string[]) => notesHere(['build', 'demo', '--format', 'epub', ...more], folder.path)
const config = (text: string) => writeFileSync(join(folder.path, 'demo/book.yaml'), text)

beforeAll(async () => {
  await notesHere(['init', 'demo'], folder.path)
}, 60_000)
afterAll(folder.dispose)

describe('notes init', { timeout: 60_000 }, () => {
  it('writes a book without a single diagnostic', async () => {
    expect(await notesHere(['check', 'demo', '--strict'], folder.path)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'nothing to report\n',
    })
    expect(readFileSync(join(folder.path, 'demo/.gitignore'), 'utf8')).toBe('output/\n')
  })

  it('leaves a folder alone that is not empty', async () => {
    const { code, stderr } = await notesHere(['init', 'demo'], folder.path)
    expect(code).toBe(1)
    expect(stderr).toContain('“demo” is not empty')
  })
})

describe('notes build', { timeout: 60_000 }, () => {
  it('builds the ePub and says what it made', async () => {
    const { code, stdout, stderr } = await epub()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^はじめてのノート\n {2}output\/my-notes\.epub {2}\d+ KB\n/u)
    expect(stderr).toBe('Reading the notes …\nWriting the ePub …\n')
    expect(readdirSync(output).toSorted()).toEqual(['build.json', 'my-notes.epub'])
    expect(record()).toMatchObject({
      name: 'my-notes',
      title: 'はじめてのノート',
      counts: { events: 1, sessions: 2, terms: 2, people: 2 },
      messages: { error: 0, warning: 0, info: 0 },
    })
  })

  it('makes the same bytes again, and prints its record as JSON', async () => {
    const before = record()
    const { stdout } = await epub('--json')
    expect(JSON.parse(stdout)).toEqual(before)
  })

  it('prints no summary when asked to be quiet', async () => {
    expect(await epub('--quiet')).toMatchObject({ code: 0, stdout: '' })
  })

  it('does the same as a process of its own', async () => {
    const before = record()
    const { code, stdout, stderr } = await notes(['build', 'demo', '-f', 'epub', '--json'], folder.path)
    expect(code).toBe(0)
    expect(stderr).toBe('Reading the notes …\nWriting the ePub …\n')
    expect(JSON.parse(stdout)).toEqual(before)
  })

  it('removes what an earlier build left, and nothing else', async () => {
    writeFileSync(join(output, 'mine.txt'), 'x')
    writeFileSync(join(folder.path, 'precious.epub'), 'x')
    const { files, ...rest } = record()
    const sly = { path: '../precious.epub', bytes: 1, sha256: '' }
    writeFileSync(join(output, 'build.json'), JSON.stringify({ ...rest, files: [...files, sly] }))
    config('name: renamed\ntitle: 改名\n')
    expect((await epub()).code).toBe(0)
    expect(readdirSync(output).toSorted()).toEqual(['build.json', 'mine.txt', 'renamed.epub'])
    expect(existsSync(join(folder.path, 'precious.epub'))).toBe(true)
  })

  it('builds the ePub where there is no browser, says so in one sentence, and ends with 1', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: join(folder.path, 'no-browser') }
    writeFileSync(join(output, 'renamed.pdf'), 'the last good one')
    const { files, ...rest } = record()
    const good = { path: 'renamed.pdf', bytes: 17, sha256: '' }
    writeFileSync(join(output, 'build.json'), JSON.stringify({ ...rest, files: [...files, good] }))
    const { code, stderr } = await notes(['build', 'demo'], folder.path, env)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /error {2}PUPPETEER_EXECUTABLE_PATH names .* does not exist: install .* publish\/no-browser/u,
    )
    expect(record().files.map(({ path }) => path)).toEqual(['renamed.epub', 'renamed.pdf'])
    expect(readFileSync(join(output, 'renamed.pdf'), 'utf8')).toBe('the last good one')
  })

  it('builds a whole book around a mistake, and ends with 1', async () => {
    config('name: renamed\ntitle: 改名\ncover: none.png\n')
    const { code, stderr } = await epub()
    expect(code).toBe(1)
    expect(stderr).toContain('demo/book.yaml:3:8  error  The image “none.png” does not exist.')
    expect(record().messages.error).toBe(1)
    config('name: renamed\ntitle: 改名\n')
  })

  it('keeps the last good book where none can be made', async () => {
    const before = readFileSync(join(output, 'renamed.epub'))
    rmSync(join(folder.path, 'demo/events'), { recursive: true })
    const { code, stdout, stderr } = await epub()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('There are no notes to make a book of.')
    expect(readFileSync(join(output, 'renamed.epub'))).toEqual(before)
  })

  it('explains a failure of the system in one sentence, without a stack', async () => {
    mkdirSync(join(folder.path, 'demo/events/01-a'), { recursive: true })
    writeFileSync(join(folder.path, 'demo/events/01-a/event.md'), '# 会\n\n- 点\n')
    writeFileSync(join(folder.path, 'taken'), '')
    const plain = await epub('--out', 'taken')
    expect(plain.code).toBe(1)
    expect(plain.stderr).toMatch(/taken.* cannot be used: .*\.\n$/u)
    expect(plain.stderr).not.toMatch(/\n\s+at /u)
    const debug = await notes(['build', 'demo', '-f', 'epub', '-o', 'taken'], folder.path, {
      NOTES_DEBUG: '1',
    })
    expect(debug.stderr).toMatch(/\n\s+at /u)
  })

  it('refuses a SOURCE_DATE_EPOCH that is no number', async () => {
    const { code, stderr } = await notes(['build', 'demo', '-f', 'epub'], folder.path, {
      SOURCE_DATE_EPOCH: 'today',
    })
    expect(code).toBe(2)
    expect(stderr).toContain('SOURCE_DATE_EPOCH is “today”')
  })
})
