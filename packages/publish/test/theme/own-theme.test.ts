import { ruleOf } from '@notes/parser'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import * as fontkit from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import { readManifest } from '../../src/theme/manifest.ts'
import { readOwnFonts } from '../../src/theme/own-fonts.ts'
import { exampleBook, ownFont } from './example.ts'

const now = new Date('2019-04-01T00:00:00Z')

async function epubOf(folder: string): Promise<{ bytes: Uint8Array; files: Record<string, Uint8Array> }> {
  const { book, assets } = await loadBook(folder)
  const { theme, messages } = await loadTheme(book.config.theme, folder)
  expect(messages).toEqual([])
  const { epub } = await renderEpub({ book, assets, theme, now })
  return { bytes: epub, files: unzipSync(epub) }
}

describe('the theme that docs/themes.md shows', () => {
  let folder: string
  beforeAll(() => {
    folder = exampleBook('fonts: embed\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read without a complaint and gives the book its page', async () => {
    const { book } = await loadBook(folder)
    expect(book.messages.filter(({ file }) => file === 'book.yaml')).toEqual([])
    expect(book.config.page).toMatchObject({ size: [140, 200], margins: { inner: 20 }, lineHeight: 1.9 })
  })

  it('embeds its font in the ePub, cut down, with a shipped one for what it lacks', async () => {
    const { files } = await epubOf(folder)
    const css = strFromU8(files['OEBPS/style.css'] ?? new Uint8Array())
    const [, file = ''] = /'My Letters'; font-weight: 400[^}]*url\('([^']+)'\)/u.exec(css) ?? []
    const font = fontkit.create(Buffer.from(files[`OEBPS/${file}`] ?? [])) as fontkit.Font
    expect(font.hasGlyphForCodePoint('T'.codePointAt(0) ?? 0)).toBe(true)
    expect(font.characterSet.length).toBeLessThan(150)
    // The title is set in Japanese too, which the font lacks: families with the rest follow it.
    expect(css).toMatch(/h6 \{[^}]*font-family: 'My Letters', 'My Letters 2'/u)
    expect(css).toMatch(/font-family: 'My Letters 2'; font-weight: 400/u)
    expect(css).not.toMatch(/var\(/u)
  })

  it('is an input of the book: the same theme gives the same bytes, another one others', async () => {
    const first = await epubOf(folder)
    expect(Buffer.from((await epubOf(folder)).bytes).equals(first.bytes)).toBe(true)
    const css = join(folder, 'my-theme/theme.css')
    writeFileSync(css, `${readFileSync(css, 'utf8')}\nh2 { letter-spacing: 0.1em }`)
    const changed = await epubOf(folder)
    expect(Buffer.from(changed.bytes).equals(first.bytes)).toBe(false)
    expect(strFromU8(changed.files['OEBPS/style.css'] ?? new Uint8Array())).toContain(
      'h2{letter-spacing:0.1em}',
    )
  })
})

describe('fonts of a theme', () => {
  const files = new Map<string, Uint8Array>([
    ['fine.ttf', readFileSync(ownFont)],
    ['text.ttf', Buffer.from('no font')],
    ['cut.ttf', readFileSync(ownFont).subarray(0, 5000)],
    ['locked.ttf', withoutLicence(readFileSync(ownFont))],
    ['postscript.otf', renamed(readFileSync(ownFont), 'glyf', 'CFF ')],
    ['colours.ttf', renamed(readFileSync(ownFont), 'gasp', 'COLR')],
  ])
  const folder = {
    read: async (path: string) => {
      const bytes = files.get(path)
      return bytes ? ({ kind: 'file', bytes } as const) : ({ kind: 'missing' } as const)
    },
    list: async () => [],
  }
  const read = (yaml: string) => readOwnFonts(folder, readManifest(yaml, 't/theme.yaml'), 't/theme.yaml')

  it('are one family with a regular and a bold', async () => {
    const { families, messages } = await read(
      'fonts: [{ family: A, file: fine.ttf }, { family: A, file: fine.ttf, weight: 700 }]',
    )
    expect(messages).toEqual([])
    expect(families.map(({ family, files: own }) => [family, Object.keys(own)])).toEqual([
      ['A', ['400', '700']],
    ])
  })

  it.each([
    ['{ family: A, file: absent.ttf }', 'there is no such file in the theme’s folder'],
    ['{ family: A, file: text.ttf }', 'it is no font in WOFF2, WOFF or TrueType'],
    ['{ family: A, file: postscript.otf }', 'its outlines are those of PostScript'],
    ['{ family: A, file: colours.ttf }', 'its letters have colours'],
    ['{ family: A, file: locked.ttf }', 'its licence bits forbid to embed it'],
    ['{ family: Noto Sans JP, file: fine.ttf }', '“Noto Sans JP” is the name of a shipped font'],
  ])('are refused: %s', async (entry, why) => {
    const { families, messages } = await read(`fonts: [${entry}]`)
    expect(families.map(({ files: own }) => own)).toEqual(entry.includes('Noto') ? [] : [{}])
    expect(messages.map((message) => `${ruleOf(message)} ${message.reason}`)).toEqual([
      expect.stringMatching(new RegExp(`^publish/theme-font .*${why}`, 'u')),
    ])
  })

  it('do not break the build where they are damaged', async () => {
    const { messages } = await read('fonts: [{ family: A, file: cut.ttf }]')
    expect(messages.map(ruleOf)).toEqual(['publish/theme-font'])
  })
})

/** The font with the bit of OS/2 that forbids embedding. */
function withoutLicence(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16BE(2, copy.readUInt32BE(directoryEntry(copy, 'OS/2') + 8) + 8)
  return copy
}

/** The font with a table under another name. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes)
  copy.write(to, directoryEntry(copy, from), 'latin1')
  return copy
}

function directoryEntry(font: Buffer, tag: string): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, table) => 12 + table * 16)
  const found = tables.find((at) => font.toString('latin1', at, at + 4) === tag)
  expect(found).toBeDefined()
  return found ?? 0
}
