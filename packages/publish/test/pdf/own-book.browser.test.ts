/** The book of `content/`: what a made-up book holds may be too tidy. */
import { join } from 'node:path'
import { createSegmenterTokenizer } from '@notes/glossary'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { testBrowser } from '../support/print-sample.ts'
import { openPdf } from '../support/read-pdf.ts'
import { type Line, linesByPage, offGrid, readLines, wrongStarts } from '../support/typeset-lines.ts'

const folder = join(import.meta.dirname, '../../../../content')

describe.each(['a5', 'b6'] as const)('the typography of a real book on %s', (paper) => {
  let lines: Line[]
  let body: Line[]
  let size: number
  let line: number

  beforeAll(async () => {
    const { book, assets } = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
    book.config.page = { ...book.config.page, size: paper }
    const { theme } = await loadTheme(book.config.theme, folder)
    const now = new Date('2019-04-01T00:00:00Z')
    const { pdf } = await renderPdf({ book, theme, assets, now }, { browser: await testBrowser() })
    const geometry = pageGeometry(book.config)
    size = geometry.fontSize * 0.75
    line = geometry.line * 0.75
    lines = await readLines(await openPdf(pdf))
    // The title page has measures of its own, and the index has two columns.
    const index = lines.findLast(({ text, size: own }) => text === '索引' && own > size * 1.5)?.page ?? 0
    body = lines.filter(({ page, size: own }) => page > 4 && page < index && Math.abs(own - size) < 0.1)
  })

  it('begins no line with a character that may not stand there', () => {
    expect(body.length).toBeGreaterThan(500)
    expect(wrongStarts(body)).toEqual([])
  })

  it('puts every baseline of the body on the grid', () => {
    expect(offGrid(body, line)).toEqual([])
  })

  it('leaves no heading as the last line of a page', () => {
    const lasts = linesByPage(lines.filter((each) => each.size > size * 0.7 && each.text.length > 3))
      .filter((own) => own.length > 5)
      .map((own) => own.at(-1))
    expect(lasts.length).toBeGreaterThan(50)
    expect(lasts.filter((last) => (last?.size ?? 0) > size * 1.05)).toEqual([])
  })
})
