import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNotes, serializeNotes } from '../src/index.ts'
import { notesText } from './support/notes-text.ts'
import { withoutPlaces } from './support/plain-tree.ts'
import { hasTestData, readTestNotes } from './support/test-data.ts'

function expectRoundTrip(source: string | Uint8Array, file?: string): void {
  const options = file === undefined ? {} : { file }
  const { tree } = parseNotes(source, options)
  const written = serializeNotes(tree)
  const again = parseNotes(written, { ...options, input: 'markdown' }).tree
  expect(withoutPlaces(again)).toEqual(withoutPlaces(tree))
  expect(serializeNotes(again)).toBe(written)
}

describe('serializeNotes writes what parseNotes reads the same', () => {
  it('of any notes', () => {
    fc.assert(
      fc.property(notesText, (text) => expectRoundTrip(text)),
      { numRuns: 500, seed: 20190112 },
    )
  })
})

describe.skipIf(!hasTestData)('serializeNotes writes the notes of others', () => {
  it.each(readTestNotes())('$path', ({ path, bytes }) => expectRoundTrip(bytes, path))
})
