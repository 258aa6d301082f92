import { parseNotes } from '@notes/parser'
import { expect, it } from 'vitest'
import { printSample } from '../support/print-sample.ts'
import { openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

it('prints lists and quotes of a hundred levels within the page', async () => {
  const levels = Array.from({ length: 99 }, (_, level) => `${'  '.repeat(level)}- ${level}階の話\n`)
  const book = sampleBook({ events: 1, sessions: 1, sections: 1, points: 1 })
  book.tree = parseNotes(`# 会\n\n## 深い話\n\n${levels.join('')}\n${'>'.repeat(90)} 引用の底\n`).tree
  const { pdf: bytes, pages } = await printSample(book)
  const pdf = await openPdf(bytes)
  const text: string[] = []
  for (let page = 1; page <= pages; page++) text.push(...(await pageText(pdf, page)).map((run) => run.text))
  const printed = text.join('').replaceAll(/\s/g, '')
  expect(levels.map((_, level) => `${level}階の話`).filter((line) => !printed.includes(line))).toEqual([])
  expect(printed).toContain('引用の底')
})
