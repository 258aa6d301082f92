/** The letters and digits of every line of the notes are found in the chapters of the book. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { parseNotes } from '@notes/parser'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Chapter } from '../../src/html/chapter.ts'
import { eachElement } from '../../src/html/each-element.ts'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { loadBook } from '../../src/load/load-book.ts'
import { book } from './build.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const content = join(root, 'content')
const data = process.env['NOTES_TEST_DATA'] ?? join(root, '../shared')
const hasTestData = existsSync(data)
if (!hasTestData)
  process.stdout.write(`No test data at ${data}: only the project’s own notes are compared.\n`)

describe('nothing of the notes is lost in the books', () => {
  it('of the project’s own', async () => {
    const loaded = await loadBook(content, { tokenizer: createSegmenterTokenizer() })
    const shown = shownIn(renderChapters(loaded.book, { assets: loaded.assets }))
    const files = globSync('events/*/*.md', { cwd: content })
    expect(files.length).toBeGreaterThan(3)
    for (const file of files)
      expect([file, ...lost(readFileSync(join(content, file), 'utf8'), shown)]).toEqual([file])
  })

  it('finds what is missing', () => {
    const { tree } = parseNotes('# 会\n\n## 話\n\n- 甲\n', {})
    expect(lost('- 甲 乙 https://example.com', shownIn(renderChapters(book(tree.children))))).toEqual([
      '乙',
      'https',
      'example',
      'com',
    ])
  })

  const notes = hasTestData ? globSync('{seeds,corpora}/**/*.{md,txt}', { cwd: data }) : []
  it.skipIf(!hasTestData)(
    'of anybody’s',
    () => {
      expect(notes.length).toBeGreaterThan(10)
      for (const file of notes) {
        const source = readFileSync(join(data, file), 'utf8')
        const { tree } = parseNotes(source, { file })
        const shown = shownIn(renderChapters(book(tree.children)))
        expect([file, ...lost(source, shown)]).toEqual([file])
      }
    },
    120_000,
  )
})

/** The words of notes that are not shown. Front matter, comments, labels of footnotes, numbers of lists are none. */
function lost(source: string, shown: string): string[] {
  const printed = source
    .replace(/^---\r?\n[\s\S]*?\n---(?:\r?\n|$)/u, '')
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/&#?\w+;/gu, ' ')
    .replaceAll(/<\/?[a-z][^<>\n]*>/giu, ' ')
  return printed.split('\n').flatMap((line) =>
    line
      .replace(/^\s*(?:[-*+]\s+)*\d+[.)]\s/u, '')
      .replace(/^\s*(?:```|~~~).*$/u, '')
      .replaceAll(/\[\^[^\]]+\]/gu, ' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !shown.includes(lettersOf(word))),
  )
}

/** The text of the chapters, then alternative texts of images and addresses of links. */
function shownIn(chapters: readonly Chapter[]): string {
  const roots = chapters.map((chapter) => chapter.root)
  return lettersOf([...roots.map(toString), ...roots.flatMap(attributesOf)].join('\n'))
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function attributesOf(chapter: Element): string[] {
  const values: string[] = []
  eachElement(chapter, ({ properties: { alt, href, src, title } }) => {
    for (const value of [alt, href, src, title]) {
      if (typeof value === 'string') values.push(value, decoded(value))
    }
  })
  return values
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
