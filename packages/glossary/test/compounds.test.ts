import { describe, expect, test } from 'vitest'
import { createTermLinker } from '../src/index.ts'
import { compoundRecords, compounds } from '../src/lexicon/compounds.ts'
import { tokenizer } from './support/tokenizer.ts'

describe('the list of compounds', () => {
  test('every entry is there once, with its reason and where it was seen', () => {
    expect(new Set(compounds).size).toBe(compounds.length)
    for (const { word, reason, seen } of compoundRecords) {
      expect(word).toMatch(/^[ァ-ヴー]{5,}$/u)
      expect(reason).toMatch(/\p{L}.+\.$/u)
      // A dictionary, a file of a repository, or a page of a host.
      expect(seen).toMatch(/^(?:IPADIC|[\w-]+\/[\w-]+, .+|[\w-]+(?:\.[\w-]+)+[/,].+)$/u)
    }
  })

  test('what names IPADIC as its source is one word to the tokenizer', () => {
    const words = compoundRecords.filter(({ seen }) => seen === 'IPADIC').map(({ word }) => word)
    expect(words.length).toBeGreaterThan(0)
    for (const word of words) expect(tokenizer.tokenize(word)).toMatchObject([{ known: true }])
  })

  test('its words are terms like any other, and hide only what is shorter', () => {
    const { find } = createTermLinker([{ term: 'フレームワーク' }, { term: 'ワーク' }], { tokenizer })
    expect(find('フレームワーク')).toEqual([{ start: 0, end: 7, term: 'フレームワーク' }])
  })
})
