import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNotes } from '../../src/index.ts'
import { outlineOf } from '../support/outline.ts'
import { plainBook } from '../support/plain-book.ts'
import { layouts } from './layouts.ts'

describe('events, sessions and sections are found in plain text', () => {
  for (const [name, layOut] of Object.entries(layouts)) {
    it(`whatever the layout: ${name}`, () => {
      fc.assert(
        fc.property(plainBook, ({ text, outline }) => {
          expect(outlineOf(parseNotes(layOut(text), { input: 'text' }).tree)).toEqual(outline)
        }),
        { numRuns: 60, seed: 2017 },
      )
    })
  }
})
