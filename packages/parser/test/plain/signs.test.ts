import { describe, expect, it } from 'vitest'
import { layoutOf, readBlocks } from '../../src/plain/blocks.ts'
import { scanLines } from '../../src/plain/lines.ts'
import { signs } from '../../src/plain/signs.ts'
import { candidatesOf, findTitles, titlesOf } from '../../src/plain/titles.ts'

describe('the table of signs', () => {
  it('has each id once, and every sign says something', () => {
    expect(new Set(signs.map(({ id }) => id)).size).toBe(signs.length)
    for (const sign of signs) expect(sign.title ?? Object.keys(sign.levels ?? {}).length).not.toBe(0)
  })

  for (const sign of signs) {
    it(`${sign.id}: ${sign.summary}`, () => {
      expect(sign.examples.length).toBeGreaterThanOrEqual(2)
      for (const { notes, title } of sign.examples) {
        const lines = scanLines(notes)
        const blocks = readBlocks(lines, layoutOf(lines))
        const titles = titlesOf(sign.levels ? findTitles(blocks) : candidatesOf(blocks))
        const found = titles.filter((line) => line.text === title)
        const texts = titles.map(({ text }) => text)
        expect(texts).toContain(title)
        expect({ notes, title, holds: found.some((line) => sign.test(line)) }).toEqual({
          notes,
          title,
          holds: true,
        })
      }
    })
  }
})
