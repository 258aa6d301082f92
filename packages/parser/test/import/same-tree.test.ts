import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinNotes, type NotesRoot, parseNotes, type ParseOptions, planImport } from '../../src/index.ts'
import { readNotes } from '../../src/parse.ts'
import { notesText } from '../support/notes-text.ts'
import { withoutPlaces } from '../support/plain-tree.ts'
import { hasTestData, readTestNotes } from '../support/test-data.ts'

type Read = (source: string | Uint8Array, options: ParseOptions) => { tree: NotesRoot }

/** The tree of the book that an import plans. */
function importedTree(source: string | Uint8Array, path: string, read: Read): NotesRoot {
  const { files } = planImport([{ path, source }])
  const parts = files
    .filter((file) => file.path.endsWith('.md'))
    .map((file) => {
      const role = file.path.endsWith('/event.md') ? 'event' : 'session'
      return { path: file.path, tree: read(file.text, { file: file.path, role }).tree }
    })
  return joinNotes(parts).tree
}

/** A tree without what an import changes: ids, files, depths of headings, front matter, and the URLs of images. */
function essence(node: unknown): unknown {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isFrontMatter(item)).map(clean)
    if (value === null || typeof value !== 'object') return value
    const { id: _, data: __, ...rest } = value as Record<string, unknown>
    if (rest['type'] === 'heading') delete rest['depth']
    if (rest['type'] === 'image' || rest['type'] === 'link' || rest['type'] === 'definition')
      delete rest['url']
    if (rest['type'] === 'html') delete rest['value']
    return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, clean(item)]))
  }
  return clean(withoutPlaces(node))
}

function isFrontMatter(node: unknown): boolean {
  const type = (node as { type?: unknown } | null)?.type
  return type === 'yaml' || type === 'toml'
}

function expectSameTree(source: string | Uint8Array, path: string, read: Read): void {
  expect(essence(importedTree(source, path, read))).toEqual(essence(read(source, { file: path }).tree))
}

describe('an imported book has the tree of the notes', () => {
  it('of any plain text', () => {
    fc.assert(
      fc.property(notesText, (text) => expectSameTree(text, 'notes.txt', readNotes)),
      { numRuns: 150, seed: 2019 },
    )
  })
})

describe.skipIf(!hasTestData)('an imported book has the tree of the notes of others', () => {
  // each takes three parses, so that every third file has to do; the seeds are always among them
  const some = readTestNotes().filter(({ path }, at) => at % 3 === 0 || path.startsWith('seeds'))
  const plain = some.map(({ path, bytes }) => ({ path: path.replace(/\.md$/, '.txt'), bytes }))
  it.each([...some, ...plain])('$path', ({ path, bytes }) => expectSameTree(bytes, path, parseNotes))
})
