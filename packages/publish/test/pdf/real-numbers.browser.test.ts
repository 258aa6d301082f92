/**
 * Numbers of the first user's notes, imported and repeated. `NOTES_SEED_REPEAT=30` makes the book of 2,000 pages that
 * docs/measurements.md speaks of.
 */
import { rm } from 'node:fs/promises'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { testBrowser } from '../support/print-sample.ts'
import { printedNumbers } from '../support/printed-numbers.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { bookInput, hasSeeds, importSeeds } from '../support/real-books.ts'

const repeat = Number(process.env['NOTES_SEED_REPEAT'] ?? 2)

describe.skipIf(!hasSeeds)(`the first user's notes, ${repeat} times in one book`, () => {
  let folder: string
  let pdf: PDFDocumentProxy
  let labels: string[]

  beforeAll(async () => {
    folder = await importSeeds(repeat)
    const printed = await renderPdf(await bookInput(folder, 'a5'), { browser: await testBrowser() })
    pdf = await openPdf(printed.pdf)
    labels = (await pdf.getPageLabels()) ?? []
  }, 900_000)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('have right page numbers in the contents, each by the title it stands behind', async () => {
    const numbers = await printedNumbers(pdf, '目次')
    process.stdout.write(`${pdf.numPages} pages, ${numbers.length} numbers in the contents\n`)
    expect(numbers.length).toBeGreaterThan(50 * repeat)
    const wrong: string[] = []
    for (const { title, number, target } of numbers) {
      const isRight = labels[target] === number && (await plainPage(pdf, target + 1)).includes(title)
      if (!isRight) wrong.push(`${title} ${number} is on ${labels[target]}`)
    }
    expect(wrong).toEqual([])
  }, 900_000)

  it('have right page numbers in the index', async () => {
    const numbers = await printedNumbers(pdf, '索引')
    process.stdout.write(`${numbers.length} numbers in the index\n`)
    expect(numbers.length).toBeGreaterThan(40 * repeat)
    const wrong = numbers.filter(({ number, target }) => labels[target] !== number)
    expect(wrong).toEqual([])
  }, 900_000)
})
