/** Every line of notes by others stands in its chapter of the ePub, whole and in its order. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { lostLines } from '../support/lost-lines.ts'
import { hasSeeds, seeds } from '../support/real-books.ts'
import { spokenLines } from '../support/spoken-lines.ts'
import { build } from './read-epub.ts'

const corpora = join(seeds, '../corpora')
const files = globSync('**/*.md', { cwd: corpora }).toSorted()

describe.skipIf(!hasSeeds)('every line is in the ePub', () => {
  it('of notes by others', async () => {
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      const path = join(corpora, file)
      const { book, assets } = await loadBook(path, { tokenizer: createSegmenterTokenizer() })
      const lines = spokenLines(readFileSync(path, 'utf8'), basename(path), book)
      expect([file, ...lostLines(lines, (await build(book, { assets })).files)]).toEqual([file])
    }
  })
})
