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

  it('says that there is no browser, and writes nothing', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: join(folder.path, 'no-browser') }
    const { code, stdout, stderr } = await notesHere(['handout', 'talks'], folder.path, env)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('No handout was made.')
  })
})
