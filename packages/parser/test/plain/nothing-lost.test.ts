import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/decode.ts'
import { parseNotes } from '../../src/index.ts'
import { lossesOf, misplaced } from '../support/coverage.ts'
import { notesText } from '../support/notes-text.ts'
import { hasTestData, readTestNotes } from '../support/test-data.ts'

function expectNothingLost(bytes: string | Uint8Array): void {
  const { text } = decode(bytes)
  const { tree } = parseNotes(bytes, { input: 'text' })
  expect(lossesOf(text, tree)).toEqual([])
  expect(misplaced(text, tree)).toEqual([])
}

describe('nothing is lost of plain text', () => {
  it('of any notes', () => {
    fc.assert(fc.property(notesText, expectNothingLost), { numRuns: 1000 })
  })

  it('of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectNothingLost), { numRuns: 1000 })
  })
})

describe.skipIf(!hasTestData)('nothing is lost of the notes of others, read as plain text', () => {
  it.each(readTestNotes())('$path', ({ bytes }) => expectNothingLost(bytes))
})
