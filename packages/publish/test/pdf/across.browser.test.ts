/** Tables in a book with vertical lines, and the lines beside them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { printSample } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText, plainPage } from '../support/read-pdf.ts'

const titles = ['配備', '監視', '計測', '当番', '予算', '記録', '設計', '運用']
const files: Record<string, string> = {
  'book.yaml': 'writingMode: vertical\npage: { size: b6, openOn: any }\n',
  'events/01-meeting/event.md': '# 設計の会\n',
}
for (const [at, title] of titles.entries())
  files[`events/01-meeting/${at}-talk.md`] = `# ${title}\n\n話した。\n`
// Numbers of pages make the rows of this table higher than they were without them.
files['events/01-meeting/0-talk.md'] = `# 配備

${'章のはじめの文である。'.repeat(30)}

## 表のある節

| 会の話の名の欄 | 二つ目の欄の名 | 三つ目の欄の名 | 四つ目の欄の名 |
|--|--|--|--|
${titles
  .slice(1, 5)
  .map(
    (title, at) =>
      `| [${title}の話の題名](${at + 1}-talk.md) | 欄の文の${at} | 欄の文の${at} | 欄の文の${at} |`,
  )
  .join('\n')}

## 表のとなりの節

${'これは表のとなりに並ぶ長い行の文である。'.repeat(60)}
`
// This one finds no room on the last page of its chapter.
files['events/01-meeting/3-talk.md'] = `# 当番

${'これは表の前にあり、頁のなかばまで続いている文である。'.repeat(8)}

| 最後の表の欄の名 | 二つ目の欄の名 | 三つ目の欄の名 | 四つ目の欄の名 |
|--|--|--|--|
| 一つ目の値の文 | 二つ目の値の文 | 三つ目の値の文 | 四つ目の値の文 |

章の最後の文。
`

describe('tables in a book with vertical lines', () => {
  let folder: string
  let pdf: PDFDocumentProxy
  let texts: string[]

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notes-across-'))
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), text)
    }
    const { book } = await loadBook(folder)
    pdf = await openPdf((await printSample(book)).pdf)
    texts = []
    for (let page = 1; page <= pdf.numPages; page++) texts.push(await plainPage(pdf, page))
  })

  afterAll(async () => rm(folder, { recursive: true, force: true }))

  it('leave room for the numbers of pages in their cells', async () => {
    const at = texts.findIndex((text) => text.includes('予算の話の題名'))
    const runs: DrawnText[] = await pageText(pdf, at + 1)
    const cells = runs.filter((run) => run.text.includes('欄の文の') || run.text.includes('題名'))
    const lowest = Math.min(...cells.map(({ y }) => y))
    const [left, right] = [
      Math.min(...cells.map(({ x }) => x)),
      Math.max(...cells.map(({ x, width }) => x + width)),
    ]
    const beside = runs.filter(
      ({ x, y, text, size }) =>
        /^[これはのなりにぶいでる]$/u.test(text.trim()) && size > 7.5 && x > left && x < right && y > 30,
    )
    expect(beside.length).toBeGreaterThan(20)
    expect(Math.max(...beside.map(({ y, size }) => y + size))).toBeLessThan(lowest)
  })

  it('stand on a page of their own chapter', () => {
    const table = texts.findIndex((text) => text.includes('最後の表の欄の名'))
    const next = texts.findIndex((text) => text.includes('予算話した'))
    expect(table).toBeGreaterThan(0)
    expect(next).toBeGreaterThan(table)
  })
})
