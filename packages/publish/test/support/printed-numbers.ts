import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type DrawnText, pageText } from './read-pdf.ts'

/** A page number that is printed as a link, and where the link leads. */
export interface PrintedNumber {
  /** What the link draws before it; empty in an index. */
  title: string
  /** As it is printed; the first one of a range. */
  number: string
  /** Page that the link leads to, from 0. */
  target: number
}

/** Every number of a chapter whose title stands in the outline, e.g. 目次 or 索引. */
export async function printedNumbers(pdf: PDFDocumentProxy, title: string): Promise<PrintedNumber[]> {
  const outline = await pdf.getOutline()
  const starts = await Promise.all(outline.map(async (each) => await pageOf(pdf, each.dest)))
  const at = outline.findIndex((each) => each.title === title)
  const found: PrintedNumber[] = []
  for (let page = starts[at] ?? 0; page < (starts[at + 1] ?? pdf.numPages); page++) {
    const runs = await pageText(pdf, page + 1)
    const links = await (await pdf.getPage(page + 1)).getAnnotations()
    for (const { subtype, dest, rect } of links as Link[]) {
      if (subtype !== 'Link' || !dest) continue
      const texts = textsWithin(runs, rect)
      // A title may end in a number, too; the page number is drawn by itself, behind it.
      const number = /^(\d+|[ivxlcdm]+)(?:–\w+)?$/u.exec(texts.at(-1) ?? '')?.[1]
      if (number === undefined) continue
      found.push({ title: texts.slice(0, -1).join(''), number, target: await pageOf(pdf, dest) })
    }
  }
  return found
}

interface Link {
  subtype: string
  dest?: string | unknown[]
  rect: [number, number, number, number]
}

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number> {
  const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  return await pdf.getPageIndex(explicit?.[0] as { num: number; gen: number })
}

function textsWithin(runs: readonly DrawnText[], [left, bottom, right, top]: Link['rect']): string[] {
  return runs
    .filter(({ x, y, width }) => x + width / 2 > left && x + width / 2 < right && y > bottom - 2 && y < top)
    .map(({ text }) => text.replaceAll(/\s+/gu, ''))
}
