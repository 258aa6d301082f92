import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text as it was drawn: points from the lower left corner of the page, upright. */
export interface DrawnText {
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  size: number
}

/** Opens a PDF with a reader that shares nothing with the code that wrote it. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
}

/** Everything that a page shows as text, in the order of drawing. `number` counts from 1. */
export async function pageText(pdf: PDFDocumentProxy, number: number): Promise<DrawnText[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , scale = 0, x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(scale) }]
  })
}

/** A page's texts joined, white space removed: for searching. */
export async function plainPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  return (await pageText(pdf, number))
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, '')
}
