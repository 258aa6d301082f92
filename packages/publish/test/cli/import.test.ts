import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFolder, notesHere } from './run-notes.ts'

const text = `春の集まり 2021

型の話

https://example.com/talks/types

• 一つ
• ![図](fig.png)

値の話

https://example.com/talks/values

• 二つ
`

describe('notes import', { timeout: 60_000 }, () => {
  let folder = emptyFolder()
  beforeEach(() => {
    folder = emptyFolder()
    writeFileSync(join(folder.path, 'notes.txt'), text)
    writeFileSync(join(folder.path, 'fig.png'), 'not really an image')
  })
  afterEach(() => folder.dispose())
  const read = (path: string) => readFileSync(join(folder.path, path), 'utf8')
  const importInto = (...args: string[]) =>
    notesHere(['import', 'notes.txt', '--out', 'book', ...args], folder.path)

  it('writes a book that reads back as the notes, with its images', async () => {
    const { code, stdout, stderr } = await importInto()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('3 notes were written to book.')
    expect(read('book/book.yaml')).toContain('title: 春の集まり 2021')
    expect(read('book/events/01-event/01-event-1.md')).toContain('![図](images/fig.png)')
    expect(read('book/events/01-event/images/fig.png')).toBe('not really an image')
    const parsed = await notesHere(['parse', 'book', '--json'], folder.path)
    const [event] = JSON.parse(parsed.stdout).children
    const sessions = event.children.filter(({ type }: { type: string }) => type === 'session')
    expect(event.title).toBe('春の集まり 2021')
    expect(sessions.map(({ title }: { title: string }) => title)).toEqual(['型の話', '値の話'])
  })

  it('overwrites nothing without being told to, and says what it would', async () => {
    await importInto()
    const again = await importInto()
    expect(again).toMatchObject({ code: 0, stderr: '' })
    const changed = '# my own words\n'
    writeFileSync(join(folder.path, 'book/events/01-event/01-event-1.md'), changed)
    const refused = await importInto()
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('book/events/01-event/01-event-1.md')
    expect(read('book/events/01-event/01-event-1.md')).toBe(changed)
    const forced = await importInto('--force')
    expect(forced.code).toBe(0)
    expect(forced.stderr).toContain('Overwritten')
    expect(read('book/events/01-event/01-event-1.md')).toContain('# 型の話')
  })

  it('never touches a book.yaml that is there', async () => {
    mkdirSync(join(folder.path, 'book'))
    writeFileSync(join(folder.path, 'book/book.yaml'), 'title: 私の本\n')
    const { code, stderr } = await importInto('--force')
    expect(code).toBe(0)
    expect(stderr).toContain('book/book.yaml stays as it is')
    expect(read('book/book.yaml')).toBe('title: 私の本\n')
  })

  it('takes hints, and reports a missing image and goes on', async () => {
    writeFileSync(join(folder.path, 'notes.txt'), text.replace('fig.png', 'gone.png'))
    const { code, stderr } = await importInto('--sections', '値*')
    expect(code).toBe(0)
    expect(stderr).toContain('publish/import-image')
    expect(stderr).toContain('notes.txt:8:')
    expect(existsSync(join(folder.path, 'book/events/01-event/02-event-2.md'))).toBe(false)
    expect(read('book/events/01-event/01-event-1.md')).toContain('## 値の話')
  })

  it('takes folders of notes, and says what is missing', async () => {
    mkdirSync(join(folder.path, 'many'))
    writeFileSync(join(folder.path, 'many/a.md'), '# Autumn\n\n## Types\n')
    writeFileSync(join(folder.path, 'many/b.txt'), text)
    expect((await notesHere(['import', 'many', '--out', 'book'], folder.path)).code).toBe(0)
    expect(existsSync(join(folder.path, 'book/events/02-event/event.md'))).toBe(true)
    expect((await notesHere(['import', 'many'], folder.path)).code).toBe(2)
    expect((await notesHere(['import', 'none.txt', '--out', 'b'], folder.path)).code).toBe(2)
  })
})
