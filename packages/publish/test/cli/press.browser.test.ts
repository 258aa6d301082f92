import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildRecord } from '../../src/cli/output.ts'
import { findGhostscript } from '../../src/pdf/press/ghostscript.ts'
import { emptyFolder, notesHere, writeTwoEvents } from './run-notes.ts'

const ghostscript = await findGhostscript(process.env)
if (!ghostscript) process.stderr.write('No Ghostscript was found, so a build for the press is not tested.\n')

const folder = emptyFolder()
const output = join(folder.path, 'output')
const config = (text: string) =>
  writeFileSync(join(folder.path, 'book.yaml'), `title: 本\nname: press\n${text}`)
const build = (env: NodeJS.ProcessEnv = {}) => notesHere(['build', '--format', 'pdf'], folder.path, env)
const record = () => JSON.parse(readFileSync(join(output, 'build.json'), 'utf8')) as BuildRecord

beforeAll(() => writeTwoEvents(folder.path))
afterAll(folder.dispose)

describe('a build for the press', () => {
  it.skipIf(!ghostscript)('writes a file for the press of every volume, and lists them', async () => {
    config('pdf: {standard: x-3}\nvolumes: event\n')
    expect(await build()).toMatchObject({ code: 0 })
    const { files } = record()
    expect(files.map(({ path }) => path)).toEqual([
      'press-1-press.pdf',
      'press-1.pdf',
      'press-2-press.pdf',
      'press-2.pdf',
    ])
    expect(files[0]?.pages).toBe(files[1]?.pages)
    for (const { path } of files) expect(existsSync(join(output, path))).toBe(true)
  })

  it('builds the PDF to read where there is no Ghostscript, and says so once', async () => {
    config('pdf:\n  standard: x-3\n')
    const { code, stderr } = await build({ NOTES_GS: join(folder.path, 'absent') })
    expect(code).toBe(1)
    expect(stderr).toContain('book.yaml:4:13  error  PDF/X-3 needs Ghostscript, which was not found.')
    expect(stderr.match(/no-press-file/g)).toHaveLength(1)
    expect(readdirSync(output).toSorted()).toEqual(['build.json', 'press.pdf'])
  })
})
