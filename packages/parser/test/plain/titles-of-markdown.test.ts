import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasTestData, readTestNotes, testData } from '../support/test-data.ts'
import { headingsOf, scoreTitles, titlesOf } from '../measure/titles.ts'

describe.skipIf(!hasTestData)('titles of Markdown notes that were made plain text', () => {
  it('are found with an F1 of at least 0.9', { timeout: 120_000 }, () => {
    const files = readTestNotes()
      .map(({ path, bytes }) => ({ path, headings: headingsOf(new TextDecoder().decode(bytes)) }))
      .filter(({ path, headings }) => {
        const depths = new Set(headings.map(({ depth }) => depth)).size
        return path.endsWith('.md') && depths > 0 && depths <= 2
      })
    const script = join(testData, 'gold/to-plain.mjs')
    const scores = files.map(({ path, headings }) => {
      const plain = execFileSync(process.execPath, [script, join(testData, path)], { encoding: 'utf8' })
      return scoreTitles(headings, titlesOf(plain))
    })
    const sum = (key: 'found' | 'extra' | 'missed') => scores.reduce((total, score) => total + score[key], 0)
    expect(files.length).toBeGreaterThan(50)
    const f1 = (2 * sum('found')) / (2 * sum('found') + sum('extra') + sum('missed'))
    expect(f1).toBeGreaterThanOrEqual(0.9)
  })
})
