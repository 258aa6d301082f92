import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import { prepareBook } from '../../src/pdf/prepare.ts'
import { PdfError } from '../../src/pdf/render-error.ts'
import { printPrepared, type RenderedPdf } from '../../src/pdf/render-pdf.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

/** Prints with a page more than was measured in the middle of a chapter, as often as told. */
async function printWrongly(times: number): Promise<{ made: Promise<RenderedPdf>; prints: () => number }> {
  const book = sampleBook({ events: 1, sessions: 4, sections: 3, points: 8 })
  const input = renderInput(book)
  let prints = 0
  const print = async (page: Page): Promise<Uint8Array> => {
    if (prints++ < times) {
      await page.evaluate(() => {
        const sections = document.querySelectorAll('.chapter section')
        const page = document.createElement('p')
        page.textContent = '測ったときにはなかった頁'
        page.style.breakBefore = page.style.breakAfter = 'page'
        sections[1]?.before(page)
      })
    }
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 })
  }
  const made = printPrepared(await prepareBook(input), input, { browser: await testBrowser(), print })
  return { made, prints: () => prints }
}

describe('page numbers that do not agree with the printed pages', () => {
  it('are corrected by one more print', async () => {
    const { made, prints } = await printWrongly(1)
    const { pdf: bytes, pageMap } = await made
    const pdf = await openPdf(bytes)
    expect(prints()).toBe(2)
    const labels = (await pdf.getPageLabels()) ?? []
    const texts: string[] = []
    for (let page = 1; page <= pdf.numPages; page++) texts.push(await plainPage(pdf, page))
    expect(texts.join('')).toContain('測ったときにはなかった頁')
    const contents = texts.slice(0, labels.indexOf('1')).join('')
    const part = (await pdf.getOutline()).find(({ items }) => items.length > 0)
    expect(part?.items).toHaveLength(4)
    const openers: number[] = []
    for (const { title, dest } of part?.items ?? []) {
      const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      const at = await pdf.getPageIndex(explicit?.[0] as { num: number; gen: number })
      expect(at % 2).toBe(0)
      openers.push(at)
      expect(contents).toContain(`${title.replaceAll(/\s/g, '')}${labels[at]}`)
    }
    // The measured page starts are wrong behind the new page; those of the map are of the print.
    const starts = pageMap.pages.filter(({ nodeId }) => /^talk(?:-\d+)?$/u.test(nodeId))
    expect(starts.map(({ index }) => index)).toEqual(openers)
    expect(pageMap.pages.filter(({ label, index }) => labels[index] !== label)).toEqual([])
  })

  it('are an error after the second print, and there is no book', async () => {
    const { made, prints } = await printWrongly(2)
    const error: unknown = await made.catch((reason: unknown) => reason)
    expect(prints()).toBe(2)
    expect(error).toBeInstanceOf(PdfError)
    expect((error as PdfError).diagnostic).toMatchObject({ ruleId: 'page-numbers', fatal: true })
  })
})
