import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadTheme } from '../../src/load/theme.ts'

const book = mkdtempSync(join(tmpdir(), 'theme-'))
afterAll(() => rmSync(book, { recursive: true }))
const plain = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../themes/plain', file), 'utf8')

describe('loadTheme', () => {
  it('takes each file that a folder lacks from the plain theme', async () => {
    mkdirSync(join(book, 'my-theme'))
    writeFileSync(join(book, 'my-theme/theme.css'), 'h1 { color: teal }')
    writeFileSync(join(book, 'my-theme/epub.css'), '')
    const { theme, messages } = await loadTheme('./my-theme', book)
    expect(messages).toEqual([])
    expect(theme).toEqual({
      name: './my-theme',
      css: 'h1 { color: teal }',
      printCss: plain('print.css'),
      epubCss: '',
      handoutCss: plain('handout.css'),
      verticalPrintCss: plain('vertical-print.css'),
      verticalEpubCss: plain('vertical-epub.css'),
    })
  })

  it('reports a folder that does not exist', async () => {
    const { theme, messages } = await loadTheme('./absent', book)
    expect(theme.name).toBe('plain')
    expect(messages.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual(['unknown-theme book.yaml'])
  })
})
