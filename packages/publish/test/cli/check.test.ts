import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, notesHere } from './run-notes.ts'

const folder = emptyFolder()
const books = join(import.meta.dirname, '../books')
const book = join(folder.path, 'book')

beforeAll(() => {
  cpSync(join(books, 'images'), book, { recursive: true })
})
afterAll(folder.dispose)

describe('notes check', { timeout: 60_000 }, () => {
  it('shows place, level, message, rule, the line with a caret and a hint', async () => {
    const { code, stdout, stderr } = await notesHere(['check', 'book'], folder.path)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(
      [
        'book/events/01-a/event.md:7:1  error  The image “events/01-a/img/missing.png” does not exist.  publish/missing-image',
        '    7 │ ![ない画像](img/missing.png)',
        `      │ ${'^'.repeat(28)}`,
        '  hint: Correct the path; it is relative to the note.',
      ].join('\n'),
    )
    expect(stderr).toMatch(/\n\d+ errors, 1 warning, 1 notice\n$/u)
  })

  it('reports what only shows when the book is made, too', async () => {
    const own = join(folder.path, 'made')
    mkdirSync(join(own, 't'), { recursive: true })
    writeFileSync(join(own, 'notes.md'), '# 会\n\n## 話\n\n文字 \u{10FFFD}\n')
    writeFileSync(join(own, 'book.yaml'), 'title: 本\ntheme: ./t\nfonts: embed\n')
    writeFileSync(join(own, 't/theme.css'), 'p { background: url(https://example.com/a.png) }\n')
    const { code, stderr } = await notesHere(['check', 'made'], folder.path)
    expect(code).toBe(1)
    expect(stderr).toContain(
      'made/t/theme.css:1:5  error  A theme may not have url(); the declaration is left out.',
    )
    expect(stderr).toContain('made/notes.md:5:1  warning  The fonts that are embedded in the ePub lack')
  })

  it('reports as JSON', async () => {
    const { code, stdout, stderr } = await notesHere(['check', 'book', '--reporter', 'json'], folder.path)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toContainEqual({
      file: 'events/01-a/event.md',
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 25,
      level: 'error',
      rule: 'publish/missing-image',
      message: 'The image “events/01-a/img/missing.png” does not exist.',
      hint: 'Correct the path; it is relative to the note.',
    })
  })

  it('reports as SARIF', async () => {
    const { stdout } = await notesHere(['check', 'book', '-r', 'sarif'], folder.path)
    const log = JSON.parse(stdout) as { version: string; runs: Run[] }
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    const result = run?.results.find(({ ruleId }) => ruleId === 'publish/remote-image')
    expect(result).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'book/events/01-a/event.md' },
            region: { startLine: 15, startColumn: 1, endLine: 15, endColumn: 35 },
          },
        },
      ],
    })
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('publish/remote-image')
  })

  it('reports as commands for GitHub', async () => {
    const { stdout } = await notesHere(['check', 'book', '-r', 'github'], folder.path)
    expect(stdout).toContain(
      '::warning file=book/events/01-a/event.md,line=15,endLine=15,col=1,endColumn=35,title=publish/remote-image::',
    )
  })

  it('ends with 0 for warnings and notices alone, with 1 for them under --strict', async () => {
    const path = join(folder.path, 'mild')
    mkdirSync(path)
    writeFileSync(join(path, 'book.yaml'), 'title: 穏やかな本\n')
    writeFileSync(join(path, 'notes.md'), '# 会\n\n![絵](https://example.com/a.png)\n')
    expect(await notesHere(['check', 'mild'], folder.path)).toMatchObject({ code: 0 })
    expect(await notesHere(['check', 'mild', '--strict'], folder.path)).toMatchObject({ code: 1 })
    writeFileSync(join(path, 'book.yaml'), 'title: 穏やかな本\nrules: { publish/remote-image: off }\n')
    expect(await notesHere(['check', 'mild', '--strict'], folder.path)).toMatchObject({ code: 0 })
    writeFileSync(join(path, 'book.yaml'), 'title: 穏やかな本\nrules: { publish/remote-image: error }\n')
    expect(await notesHere(['check', 'mild'], folder.path)).toMatchObject({ code: 1 })
  })

  it('follows no symlink out of the folder, and refuses a file that is too large', async () => {
    const path = join(folder.path, 'sly')
    mkdirSync(join(path, 'events/01-a'), { recursive: true })
    writeFileSync(join(path, 'book.yaml'), 'title: 本\nfront: [front.md]\n')
    symlinkSync(join(folder.path, 'secret.md'), join(path, 'people.yaml'))
    symlinkSync(join(folder.path, 'secret.md'), join(path, 'glossary.yaml'))
    writeFileSync(join(folder.path, 'secret.md'), '# 秘密\n')
    cpSync(join(book, 'cover.png'), join(folder.path, 'secret.png'))
    symlinkSync(join(folder.path, 'secret.md'), join(path, 'front.md'))
    symlinkSync(join(folder.path, 'secret.md'), join(path, 'events/01-a/01-linked.md'))
    symlinkSync(join(folder.path, 'secret.png'), join(path, 'events/01-a/linked.png'))
    writeFileSync(join(path, 'events/01-a/event.md'), '# 会\n\n![秘密](linked.png)\n')
    writeFileSync(join(path, 'events/01-a/02-huge.md'), '# 大きい\n')
    truncateSync(join(path, 'events/01-a/02-huge.md'), 65 * 1024 * 1024)
    const { code, stdout } = await notesHere(['check', 'sly', '-r', 'json'], folder.path)
    expect(code).toBe(1)
    const found = (JSON.parse(stdout) as { rule: string; message: string }[]).map(
      ({ rule, message }) => `${rule} ${message}`,
    )
    expect(found).toEqual([
      'publish/outside-folder front[0] names “front.md”, which leads out of the book’s folder.',
      'publish/outside-folder “people.yaml” lists the people, which leads out of the book’s folder.',
      'publish/outside-folder “glossary.yaml” is the glossary, which leads out of the book’s folder.',
      'publish/outside-folder The image “events/01-a/linked.png” is a link that leads out of the book’s folder, so it is not shown.',
      'publish/outside-folder “events/01-a/01-linked.md” is a note, which leads out of the book’s folder.',
      'publish/unreadable-file “events/01-a/02-huge.md” is a note, which is larger than 64 MB.',
    ])
    expect((await notesHere(['parse', 'sly', '--json'], folder.path)).stdout).not.toContain('# 秘密')
  })
})

describe('notes parse', { timeout: 60_000 }, () => {
  it('prints the tree of one file, whatever its name', async () => {
    const file = join(folder.path, 'one.txt')
    writeFileSync(file, '# 会\n\n## 話\n\n- 点\n')
    const { code, stdout } = await notesHere(
      ['parse', 'one.txt', '--json', '--input', 'markdown'],
      folder.path,
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'notesRoot',
      children: [{ type: 'event', title: '会', children: [{}, { type: 'session', title: '話' }] }],
    })
  })

  it('prints one tree of a whole book', async () => {
    const { stdout } = await notesHere(['parse', join(books, 'chosen-events'), '--json'], folder.path)
    const { type, children } = JSON.parse(stdout) as { type: string; children: { title: string }[] }
    expect(type).toBe('notesRoot')
    expect(children.map(({ title }) => title)).toEqual(['冬の会', '夏の会', '一つのファイルの会'])
  })

  it('prints an outline without --json', async () => {
    const { code, stdout, stderr } = await notesHere(['parse', join(books, 'links')], folder.path)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[1]).toBe('  session  話その一')
  })
})

describe('notes terms suggest', { timeout: 60_000 }, () => {
  it('proposes words in the form of glossary.yaml', async () => {
    const path = join(folder.path, 'words')
    mkdirSync(path)
    writeFileSync(join(path, 'book.yaml'), 'title: 言葉の本\n')
    writeFileSync(join(path, 'notes.md'), `# 会\n\n## 話\n\n${'- カナリアリリースを試した\n'.repeat(3)}`)
    const { code, stdout } = await notesHere(['terms', 'suggest', 'words'], folder.path)
    expect(code).toBe(0)
    expect(stdout).toContain('term: カナリアリリース')
    expect(await notesHere(['terms', 'suggest', 'words', '--least', '4'], folder.path)).toMatchObject({
      code: 0,
      stdout: '',
    })
  })

  it('says what goes after `terms`, and wants numbers', async () => {
    expect(await notesHere(['terms'], folder.path)).toMatchObject({
      code: 2,
      stderr:
        'Unknown command “terms”. Did you mean “terms suggest”?\nRun `notes --help` to see what there is.\n',
    })
    expect((await notesHere(['terms', 'suggest', '--limit', 'many'], folder.path)).code).toBe(2)
  })
})

interface Run {
  tool: { driver: { rules: { id: string }[] } }
  results: { ruleId: string; ruleIndex?: number }[]
}
