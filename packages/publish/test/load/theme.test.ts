import { ruleOf } from '@notes/parser'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import { rootProperties } from '../../src/theme/properties.ts'

const folder = mkdtempSync(join(tmpdir(), 'theme-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

/** A book's folder with some files. */
function book(files: Record<string, string | Uint8Array>): string {
  const root = join(folder, String(++count))
  for (const [path, content] of Object.entries({ 'notes.md': '# 会\n\n## 話\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

const plain = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../themes/plain', file), 'utf8')

/** What a theme reports: file, place, rule, reason. */
async function reports(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const { messages } = await loadTheme('./t', book(files))
  return messages.map((message) => `${message.file}:${message.name} ${ruleOf(message)} ${message.reason}`)
}

describe('a theme of the package', () => {
  it.each(['plain', 'serif', 'dense'])('%s is read without a complaint', async (name) => {
    const { theme, messages } = await loadTheme(name, book({}))
    expect(messages).toEqual([])
    expect(theme.printCss).toContain(plain('print.css').trim())
    const properties = rootProperties(theme.css + theme.printCss)
    expect(properties.get('--font-body')).toMatch(name === 'serif' ? /^'Noto Serif JP'/u : /^'Noto Sans JP'/u)
  })

  it.each([
    ['theme: serif', { size: 'b5', margins: { inner: 24 } }],
    ['theme: serif\npage: { size: a5 }', { size: 'a5', margins: {} }],
    ['theme: serif\npage: { margins: { inner: 30 } }', { size: 'b5', margins: { inner: 30, outer: 22 } }],
    ['theme: dense', { size: 'a5', fontSize: 7.5, openOn: 'any' }],
    ['theme: plain', { size: 'a5', openOn: 'recto' }],
    ['page: { size: a4 }', { size: 'a4' }],
  ])('gives the page that book.yaml does not: %s', async (config, page) => {
    const loaded = await loadBook(book({ 'book.yaml': config }))
    expect(loaded.book.messages.filter((message) => message.file === 'book.yaml')).toEqual([])
    expect(loaded.book.config.page).toMatchObject(page)
  })

  it('keeps its margins for its own size of page', async () => {
    const { book: loaded } = await loadBook(book({ 'book.yaml': 'theme: serif\npage: { size: a5 }' }))
    expect(loaded.config.page.margins).toEqual({})
  })

  it('gives the layout of handouts that book.yaml does not', async () => {
    const layoutOf = async (config: string) =>
      (await loadBook(book({ 'book.yaml': config }))).book.config.handout.layout
    expect(await layoutOf('theme: dense')).toBe('2up')
    expect(await layoutOf('theme: dense\nhandout: { layout: cornell }')).toBe('cornell')
  })
})

describe('a theme of one’s own', () => {
  it('comes behind the rules of the theme that it builds on', async () => {
    const root = book({
      't/theme.yaml': 'extends: serif',
      't/theme.css': 'h1 { color: teal }',
      't/epub.css': 'p{margin:0}',
    })
    const { theme, messages } = await loadTheme('./t', root)
    expect(messages).toEqual([])
    expect(theme.css).toBe(plain('theme.css'))
    const serif = rootProperties(theme.printCss).get('--font-body')
    expect(serif).toContain('Noto Serif JP')
    expect(theme.printCss).toMatch(/\nh1\{color:teal\}$/u)
    expect(theme.epubCss).toMatch(/\nh1\{color:teal\}\np\{margin:0\}$/u)
    expect(theme.handoutCss).toMatch(/\nh1\{color:teal\}$/u)
  })

  it('has its own page, which a book overrules, and takes the rest from the theme under it', async () => {
    const own = { 't/theme.yaml': 'extends: serif\npage: { size: [170, 210], lineHeight: 2 }' }
    const first = await loadBook(book({ ...own, 'book.yaml': 'theme: ./t' }))
    expect(first.book.config.page).toMatchObject({
      size: [170, 210],
      fontSize: 9.75,
      lineHeight: 2,
      margins: {},
    })
    const second = await loadBook(book({ ...own, 'book.yaml': 'theme: ./t\npage: { lineHeight: 1.5 }' }))
    expect(second.book.config.page).toMatchObject({ size: [170, 210], lineHeight: 1.5 })
  })

  it('whose margins leave no room is reported with the book’s own', async () => {
    const root = book({ 't/theme.yaml': 'page: { margins: { inner: 140 } }', 'book.yaml': 'theme: ./t' })
    const { book: loaded } = await loadBook(root)
    expect(loaded.messages.map(ruleOf)).toContain('publish/config-value')
    expect(loaded.config.page.margins).toEqual({})
  })

  it('reports a folder that does not exist, and names close ones', async () => {
    const { theme, messages } = await loadTheme('./absent', book({}))
    expect(theme.name).toBe('plain')
    expect(messages.map((message) => `${ruleOf(message)} ${message.file}`)).toEqual([
      'publish/unknown-theme book.yaml',
    ])
    const { messages: named } = await loadTheme('serf', book({}))
    expect(named[0]?.reason).toContain('Did you mean “serif”?')
  })

  it('reports mistakes in theme.yaml with their places', async () => {
    expect(await reports({ 't/theme.yaml': 'extends: seriff\npage:\n  sise: b5\n' })).toEqual([
      't/theme.yaml:1:10-1:16 publish/config-value Unexpected “seriff” for extends, expected plain, serif or dense. Did you mean “serif”?',
      't/theme.yaml:3:3-3:7 publish/config-key Unexpected key “sise” in page. Did you mean “size”?',
    ])
  })

  it('reports files that are not read', async () => {
    expect(await reports({ 't/prnt.css': '', 't/theme.yml': '' })).toEqual([
      't/prnt.css:1:1 publish/theme-file “prnt.css” is not read. Did you mean “print.css”?',
      't/theme.yml:1:1 publish/theme-file “theme.yml” is not read. Did you mean “theme.yaml”?',
    ])
  })

  it('cannot lie outside of the book, nor read files there', async () => {
    const root = book({ 't/theme.css': '' })
    writeFileSync(join(folder, 'secret.css'), 'p { color: red }')
    symlinkSync(join(folder, 'secret.css'), join(root, 't/print.css'))
    const { theme, messages } = await loadTheme('./t', root)
    expect(theme.printCss).not.toContain('color:red')
    expect(messages.map((message) => `${message.file} ${ruleOf(message)}`)).toEqual([
      't/print.css publish/theme-unsafe',
    ])
    const outside = await loadTheme('../', root)
    expect(outside.messages.map(ruleOf)).toEqual(['publish/unknown-theme'])
    expect(
      await reports({ 't/theme.yaml': 'fonts: [{ family: Own, file: ../../../../etc/passwd }]' }),
    ).toEqual([
      't/theme.yaml:1:30-1:52 publish/theme-font The font “../../../../etc/passwd” cannot be used: it lies outside the book’s folder.',
    ])
  })
})
