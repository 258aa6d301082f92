import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/decode.ts'
import { readFrontMatter } from '../../src/front-matter.ts'
import { cutParts, joinParts, textsOf } from '../../src/markdown/parts.ts'
import { parseInPieces, splitPieces } from '../../src/markdown/pieces.ts'
import { createPlacer } from '../../src/place.ts'
import { notesText } from '../support/notes-text.ts'
import { hasTestData, readTestNotes } from '../support/test-data.ts'

/** The text behind the front matter, which is not remark's to read. */
function bodyOf(text: string): string {
  return text.slice(readFrontMatter(text, createPlacer(text)).end)
}

describe('a text parsed in pieces gives the tree of the whole', () => {
  it('of any notes', () => {
    fc.assert(
      fc.property(notesText, fc.integer({ min: 1, max: 60 }), (notes, size) => {
        const text = bodyOf(notes)
        expect(parseInPieces(text, size)).toEqual(parseInPieces(text, Infinity))
      }),
      { numRuns: 1000, seed: 20190112 },
    )
  })

  it('with definitions and footnotes of other pieces', () => {
    const text = '# a\n\n[x] and [^n]\n\n# b\n\n- [X][]\n- [y](z)\n- c\n\n# d\n\n[x]: /u\n\n[^n]: note\n'
    for (let size = 1; size < text.length; size++)
      expect(parseInPieces(text, size)).toEqual(parseInPieces(text, Infinity))
    expect(JSON.stringify(parseInPieces(text, 1))).toContain('footnoteReference')
  })
})

describe('a text parsed in parts, each for itself, gives the tree of the whole', () => {
  const inParts = (text: string, size: number) => {
    const parts = cutParts(text, size)
    const texts = textsOf(parts)
    expect(texts.join('')).toBe(text)
    return joinParts(
      parts,
      texts.map((part) => [...splitPieces(part, 20)]),
    )
  }

  it('of any notes', () => {
    fc.assert(
      fc.property(notesText, fc.integer({ min: 1, max: 60 }), (notes, size) => {
        const text = bodyOf(notes)
        expect(inParts(text, size)).toEqual(parseInPieces(text, Infinity))
      }),
      { numRuns: 1000, seed: 20190112 },
    )
  })

  it('with a fence, a list and a definition across the cuts', () => {
    const text = `# a\n\n~~~\n${'code\n\n# no title\n\n'.repeat(9)}~~~\n\n- [x]\n- b\n\n- c\n\n# d\n\n[x]: /u\n`
    for (let size = 1; size < text.length; size++)
      expect(inParts(text, size)).toEqual(parseInPieces(text, Infinity))
  })
})

describe.skipIf(!hasTestData)('notes of others in pieces give the tree of the whole', () => {
  it.each(readTestNotes())('$path', ({ bytes }) => {
    const text = bodyOf(decode(bytes).text)
    expect(parseInPieces(text, 200)).toEqual(parseInPieces(text, Infinity))
  })
})
