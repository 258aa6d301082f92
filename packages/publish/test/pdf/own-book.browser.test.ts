/** Whole books of real notes, by what was drawn: what a made-up book holds may be too tidy. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { closingHeadings, loneLines, plain } from '../support/broken-blocks.ts'
import { testBrowser } from '../support/print-sample.ts'
import { openPdf } from '../support/read-pdf.ts'
import { bookInput, contentFolder, hasSeeds, importSeeds } from '../support/real-books.ts'
import { type Line, linesByPage, offGrid, readLines, wrongStarts } from '../support/typeset-lines.ts'

describe.each([
  ['the project’s notes', 'a5'],
  ['the project’s notes', 'b6'],
  ['the first user’s notes', 'a5'],
  ['the first user’s notes', 'b5'],
] as const)('the typography of a real book: %s on %s', (whose, paper) => {
  const isOwn = whose === 'the project’s notes'

  describe.skipIf(!isOwn && !hasSeeds)('as it was drawn', () => {
    let folder: string
    let lines: Line[]
    let body: Line[]
    let size: number
    let line: number
    let roots: ReturnType<typeof renderChapters>[number]['root'][]

    beforeAll(async () => {
      folder = isOwn ? contentFolder : await importSeeds()
      const input = await bookInput(folder, paper)
      const { pdf } = await renderPdf(input, { browser: await testBrowser() })
      const geometry = pageGeometry(input.book.config)
      roots = renderChapters(input.book, { assets: input.assets }).map(({ root }) => root)
      size = geometry.fontSize * 0.75
      line = geometry.line * 0.75
      lines = await readLines(await openPdf(pdf))
      // The title page has measures of its own, and the index has two columns.
      const index = lines.findLast(({ text, size: own }) => text === '索引' && own > size * 1.5)?.page ?? 0
      body = lines.filter(({ page, size: own }) => page > 4 && page < index && Math.abs(own - size) < 0.1)
    })

    afterAll(async () => {
      if (!isOwn) await rm(folder, { recursive: true, force: true })
    })

    it('begins no line with a character that may not stand there', () => {
      expect(body.length).toBeGreaterThan(500)
      expect(wrongStarts(body)).toEqual([])
    })

    it('puts every baseline of the body on the grid', () => {
      expect(offGrid(body, line)).toEqual([])
    })

    it('leaves no heading as the last line of a page, unless nothing follows', () => {
      const lasts = linesByPage(lines.filter((each) => each.size > size * 0.7 && each.text.length > 3))
        .filter((own) => own.length > 5)
        .map((own) => own.at(-1))
      const closing = closingHeadings(roots)
      expect(lasts.length).toBeGreaterThan(45)
      expect(
        lasts.filter((last) => last && last.size > size * 1.05 && !closing.has(plain(last.text))),
      ).toEqual([])
    })

    it('leaves two lines at least of a paragraph or point on each side of a page’s end', () => {
      expect(loneLines(body, roots)).toEqual([])
    })
  })
})
