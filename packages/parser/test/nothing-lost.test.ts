import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/decode.ts'
import { parseNotes } from '../src/index.ts'
import { lossesOf, misplaced } from './support/coverage.ts'
import { notesText } from './support/notes-text.ts'
import { hasTestData, readTestNotes } from './support/test-data.ts'

describe('nothing is lost', () => {
  it('of any notes', () => {
    fc.assert(
      fc.property(notesText, (text) => {
        const { tree } = parseNotes(text)
        const { text: source } = decode(text)
        expect(lossesOf(source, tree)).toEqual([])
        expect(misplaced(source, tree)).toEqual([])
      }),
      { numRuns: 1000, seed: 20190112 },
    )
  })

  it('of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: source } = decode(text)
        expect(lossesOf(source, parseNotes(text).tree)).toEqual([])
      }),
      { numRuns: 1000, seed: 20190112 },
    )
  })

  it('of any bytes, without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const { text } = decode(bytes)
        expect(lossesOf(text, parseNotes(bytes).tree)).toEqual([])
      }),
      { numRuns: 1000, seed: 20190112 },
    )
  })
})

describe.skipIf(!hasTestData)('nothing is lost of the notes of others', () => {
  it.each(readTestNotes())('$path', ({ path, bytes }) => {
    const { tree } = parseNotes(bytes, { file: path })
    const { text } = decode(bytes)
    expect(lossesOf(text, tree)).toEqual([])
    expect(misplaced(text, tree)).toEqual([])
  })
})
