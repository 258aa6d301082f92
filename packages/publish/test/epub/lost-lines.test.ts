/** Every line of the notes stands in its chapter of the ePub, whole and in its order. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { joinNotes, parseNotes } from '@notes/parser'
import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { book } from '../html/build.ts'
import { lostLines } from '../support/lost-lines.ts'
import { contentFolder, hasSeeds, importSeeds, seeds } from '../support/real-books.ts'
import { type NotesLine, spokenLines } from '../support/spoken-lines.ts'
import { build } from './read-epub.ts'
import { tortureBook, tortureSources } from './torture-book.ts'

describe('every line of the notes is in the ePub', () => {
  it('of the project’s own', async () => {
    const { lines, lost } = await linesOf(contentFolder)
    expect(lines.length).toBeGreaterThan(500)
    expect(lost).toEqual([])
  })

  it.skipIf(!hasSeeds)('of the first user’s, imported', async () => {
    const folder = await importSeeds()
    const { lines, lost } = await linesOf(folder)
    await rm(folder, { recursive: true })
    expect(lines.length).toBeGreaterThan(700)
    expect(lost).toEqual([])
  })

  it.skipIf(!hasSeeds)('of the first user’s, as they are', async () => {
    const files = globSync('*.txt', { cwd: seeds }).toSorted()
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const { book: notes } = await loadBook(join(seeds, file), { tokenizer: createSegmenterTokenizer() })
      const lines = spokenLines(readFileSync(join(seeds, file), 'utf8'), file, notes)
      expect(lines.length).toBeGreaterThan(50)
      expect(lostLines(lines, (await build(notes)).files)).toEqual([])
    }
  })

  it('of a book of everything that has ever broken an ePub', async () => {
    const { book: torture, assets } = tortureBook(20)
    const lines = tortureSources(20).flatMap(({ path, source }) => spokenLines(source, path, torture))
    expect(lines.length).toBeGreaterThan(100)
    expect(lostLines(lines, (await build(torture, { assets })).files)).toEqual([])
  })
  it('of a book with notes and names that nothing refers to', async () => {
    const { lines, lost } = await linesOf(join(import.meta.dirname, '../books/definitions'))
    expect(lines.length).toBeGreaterThan(10)
    expect(lost).toEqual([])
  })

  it('and a line that is not, is cut or has changed its place is named', async () => {
    const source = '# 話\n\n- 一つ目の点\n- 二つ目の点\n- 三つ目の点\n'
    const path = 'talk.md'
    const { tree } = joinNotes([{ path, tree: parseNotes(source, { file: path, role: 'session' }).tree }])
    const notes = book(tree.children)
    const lines = spokenLines(source, path, notes)
    const file = `${lines[0]?.ownerId}.xhtml`
    const { files } = await build(notes)
    const lostAfter = (change: (xhtml: string) => string): string[] =>
      lostLines(lines, new Map([[file, change(files.get(file) ?? '')]]))
    expect(lostAfter((xhtml) => xhtml)).toEqual([])
    expect(lostAfter((xhtml) => xhtml.replace('二つ目の点', ''))).toEqual(['talk.md:4 二つ目の点'])
    expect(lostAfter((xhtml) => xhtml.replace('三つ目の点', '三つ目'))).toEqual(['talk.md:5 三つ目の点'])
    expect(
      lostAfter((xhtml) => xhtml.replace('一つ目の点', '').replace('三つ目の点', '三つ目の点。一つ目の点')),
    ).toEqual(['talk.md:4 二つ目の点', 'talk.md:5 三つ目の点'])
    expect(lostAfter(() => '')).toHaveLength(4)
  })
})

async function linesOf(folder: string): Promise<{ lines: NotesLine[]; lost: string[] }> {
  const { book: notes, assets } = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
  const files = globSync('{events/*,front,back}/*.md', { cwd: folder }).toSorted()
  const lines = files.flatMap((file) => spokenLines(readFileSync(join(folder, file), 'utf8'), file, notes))
  return { lines, lost: lostLines(lines, (await build(notes, { assets })).files) }
}
