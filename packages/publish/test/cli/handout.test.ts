import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyFolder, notesHere } from './run-notes.ts'

const folder = emptyFolder()
afterAll(folder.dispose)

describe('notes handout', () => {
  it('says what a layout and a paper may be, and writes nothing', async () => {
    mkdirSync(join(folder.path, 'talks'))
    writeFileSync(join(folder.path, 'talks/a.md'), '# 会\n\n## 話\n\n- 点\n')
    const layout = await notesHere(['handout', 'talks', '--layout', 'bookelt'], folder.path)
    expect(layout.code).toBe(2)
    expect(layout.stderr).toBe(
      'Unknown value “bookelt” for --layout, expected 1up, 2up, 4up, booklet, cornell. Did you mean “booklet”?\nRun `notes handout --help` to see what there is.\n',
    )
    const paper = await notesHere(['handout', 'talks', '--paper', 'a3'], folder.path)
    expect(paper.code).toBe(2)
    expect(paper.stderr).toContain('Unknown value “a3” for --paper, expected a4, letter, b5.')
    expect(readdirSync(folder.path)).toEqual(['talks'])
  })

  it('says what creep may be and what it is for, and writes nothing', async () => {
    const given = (...args: string[]) => notesHere(['handout', 'talks', ...args], folder.path)
    for (const value of ['wide', '11', '2mm', '']) {
      const { code, stderr } = await given('--layout', 'booklet', `--creep=${value}`)
      expect(code).toBe(2)
      expect(stderr).toContain(
        value === ''
          ? '--creep has an empty value.'
          : `Unexpected value “${value}” for --creep, expected millimetres from 0 to 10, such as 0.5.`,
      )
    }
    const flat = await given('--creep', '0.5')
    expect(flat.code).toBe(2)
    expect(flat.stderr).toContain(
      '--creep is for booklets, and the layout here is 1up: add --layout booklet, or leave it out.',
    )
    expect(readdirSync(folder.path)).toEqual(['talks'])
  })

  it('says that there is no browser, and writes nothing', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: join(folder.path, 'no-browser') }
    const { code, stdout, stderr } = await notesHere(['handout', 'talks'], folder.path, env)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('No handout was made.')
  })
})
