/** Every word of the notes stands in the chapters of the book as often as in the notes. */
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
import { lostWords, readings } from '../support/lost-words.ts'
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
      expect([file, ...lostWords(readFileSync(join(content, file), 'utf8'), shown)]).toEqual([file])
  })

  it('finds what is missing', () => {
    const { tree } = parseNotes('# 会\n\n## 話\n\n- 甲\n', {})
    const shown = shownIn(renderChapters(book(tree.children)))
    expect(lostWords('- 甲 乙\n- 甲 https://example.com', shown)).toEqual([
      '甲',
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
        expect([file, ...lostWords(source, shown)]).toEqual([file])
      }
    },
    120_000,
  )
})

/** The text of the notes' own chapters, then alternative texts of images and addresses of links. */
function shownIn(chapters: readonly Chapter[]): string {
  const roots = chapters.filter(({ kind }) => kind === 'part' || kind === 'chapter').map(({ root }) => root)
  return [...roots.map(toString), ...roots.flatMap(attributesOf)].join('\n')
}

function attributesOf(chapter: Element): string[] {
  const values: string[] = []
  eachElement(chapter, ({ properties }) => {
    for (const name of ['alt', 'href', 'src', 'title']) {
      const value = properties[name]
      if (typeof value === 'string') values.push(...readings(value))
    }
  })
  return values
}
