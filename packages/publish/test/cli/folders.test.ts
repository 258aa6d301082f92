import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tryFolder } from '../../src/cli/writable-folder.ts'
import { emptyFolder, notesHere } from './run-notes.ts'

const folder = emptyFolder()
afterAll(folder.dispose)
beforeAll(() => {
  mkdirSync(join(folder.path, 'book'))
  writeFileSync(join(folder.path, 'book/notes.md'), '# 会\n\n## 話\n\n文。\n')
  writeFileSync(join(folder.path, 'file'), '')
})

describe('a folder that cannot be written to', { timeout: 60_000 }, () => {
  it.each([
    ['build', 'book', '--out', 'file'],
    ['build', 'book', '--out', 'file/deep'],
    ['handout', 'book', '--out', 'file'],
    ['import', 'book', '--out', 'file'],
    ['init', 'file'],
  ])('is reported before any work: notes %s %s %s %s', async (...args) => {
    const { code, stdout, stderr } = await notesHere(args, folder.path)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(
      /^\S+file(?:\/deep)? cannot be used: (?:a file stands where a folder should be|a part of the path is no folder)\.\n$/u,
    )
  })

  it.runIf(existsSync('/proc/self'))('may lie on a file system that takes no folders', async () => {
    const { code, stderr } = await notesHere(['build', 'book', '--out', '/proc/deep/er'], folder.path)
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: '/proc/deep/er cannot be used: no file can be written there.\n',
    })
  })

  it('is tried without leaving anything', async () => {
    await tryFolder(join(folder.path, 'a/b/c'))
    await tryFolder(join(folder.path, 'book'))
    expect(existsSync(join(folder.path, 'a'))).toBe(false)
    expect(readdirSync(join(folder.path, 'book'))).toEqual(['notes.md'])
  })
})

describe('notes init --theme', { timeout: 60_000 }, () => {
  it('writes a book with the theme, without a complaint', async () => {
    expect((await notesHere(['init', 'new', '--theme', 'serif'], folder.path)).code).toBe(0)
    expect(readFileSync(join(folder.path, 'new/book.yaml'), 'utf8')).toMatch(/\ntheme: serif\n$/u)
    const { code, stderr } = await notesHere(['check', 'new', '--strict'], folder.path)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'nothing to report\n' })
  })

  it('takes the themes that there are', async () => {
    const { code, stderr } = await notesHere(['init', 'other', '--theme', 'serf'], folder.path)
    expect(code).toBe(2)
    expect(stderr).toContain(
      'Unknown value “serf” for --theme, expected plain, serif, dense. Did you mean “serif”?',
    )
  })
})

describe('a file that holds no notes', { timeout: 60_000 }, () => {
  it('is named for what it is', async () => {
    writeFileSync(join(folder.path, 'talk.docx'), 'PK\u0003\u0004 word')
    const parsed = await notesHere(['parse', 'talk.docx'], folder.path)
    expect(parsed.code).toBe(1)
    expect(parsed.stderr).toContain(
      '“talk.docx” is a Word, OpenDocument or zip file, so it is not read.  publish/not-text',
    )
    expect(await notesHere(['import', 'talk.docx', '--out', 'imported'], folder.path)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^“talk.docx” is a Word, .*; save it as plain text/u),
    })
    expect(existsSync(join(folder.path, 'imported'))).toBe(false)
  })

  it.runIf(existsSync('/dev/zero'))('may be a device', async () => {
    const { code, stderr } = await notesHere(['parse', '/dev/zero'], folder.path)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^“\/dev\/zero” is neither a file nor a folder\./u)
  })
})
