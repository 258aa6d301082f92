import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSegmenterTokenizer, createTermLinker } from '../src/index.ts'
import { type GoldLine, readMarked, scoreOf } from './support/gold.ts'
import { hasTestData, testData } from './support/test-data.ts'
import { tokenizer } from './support/tokenizer.ts'

beforeAll(() => void tokenizer.tokenize('猫'), 120_000)

const own = readMarked(readFileSync(join(import.meta.dirname, 'gold/links.txt'), 'utf8'))

describe('links in our own lines', () => {
  test.each(own.map((line) => [line.id, line] as const))('%s', (_, line) => {
    expect(createTermLinker(line.terms, { tokenizer }).find(line.text)).toEqual(line.expected)
  })

  test('a tokenizer without parts of speech finds most of them', () => {
    const segmenter = createSegmenterTokenizer()
    const find = (line: GoldLine): GoldLine['expected'] =>
      createTermLinker(line.terms, { tokenizer: segmenter }).find(line.text)
    expect(scoreOf(own, find)).toBeGreaterThan(0.85)
  })
})

describe.skipIf(!hasTestData)('links in the gold set', () => {
  const lines = hasTestData
    ? readFileSync(join(testData, 'gold/links-dev.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as GoldLine)
    : []

  test('F1 with and without the list of compounds', () => {
    const find = (line: GoldLine): GoldLine['expected'] =>
      createTermLinker(line.terms, { tokenizer }).find(line.text)
    const findBare = (line: GoldLine): GoldLine['expected'] =>
      createTermLinker(line.terms, { tokenizer, compounds: [] }).find(line.text)
    expect(scoreOf(lines, find)).toBeGreaterThanOrEqual(0.97)
    expect(scoreOf(lines, findBare)).toBeGreaterThanOrEqual(0.94)
  })
})
