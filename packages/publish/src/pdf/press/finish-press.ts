import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFString,
} from 'pdf-lib'
import type { PressStandard } from './standards.ts'
import type { Boxes } from './variant.ts'

export interface PressFacts {
  standard: PressStandard
  /** Of each page. */
  boxes: readonly Boxes[]
  /** The book's date as a PDF writes it. */
  date: string
}

/**
 * Makes Ghostscript's file exact and the same every time: the boxes as they were before it rounded them, the book's
 * date for the time of day, and an identifier made from the content. Undefined where the file is not what was asked
 * for: Ghostscript goes on without the standard where it finds something that the standard forbids.
 */
export async function finishPress(bytes: Uint8Array, facts: PressFacts): Promise<Uint8Array | undefined> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context } = document
  const info = context.lookup(context.trailerInfo.Info)
  const pages = document.getPages()
  const isRight = info instanceof PDFDict && pages.length === facts.boxes.length
  if (!isRight || versionOf(info) !== facts.standard.version) return
  for (const [at, page] of pages.entries()) restoreBoxes(page, facts.boxes[at] ?? {})
  for (const key of ['CreationDate', 'ModDate']) info.set(PDFName.of(key), PDFString.of(facts.date))
  // What is left of the time is in the metadata, which X-1a and X-3 have no use for.
  if (!facts.standard.transparency) document.catalog.delete(PDFName.of('Metadata'))
  // The library writes the header of a version that the standard does not know.
  const header = Buffer.from(bytes.subarray(0, 8))
  const body = await save(document, header, '0'.repeat(32))
  return await save(document, header, createHash('sha256').update(body).digest('hex').slice(0, 32))
}

/** The standard that a file says it follows. */
function versionOf(info: PDFDict): string | undefined {
  const value = info.get(PDFName.of('GTS_PDFXVersion'))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

/** Whether a file says that it follows a standard. */
export async function follows(bytes: Uint8Array, standard: PressStandard): Promise<boolean> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const info = context.lookup(context.trailerInfo.Info)
  return info instanceof PDFDict && versionOf(info) === standard.version
}

/** Ghostscript moves a page to the origin: the boxes move with it. */
function restoreBoxes(page: PDFPage, boxes: Boxes): void {
  const { x, y } = page.getMediaBox()
  const [left = 0, lower = 0] = boxes['MediaBox'] ?? []
  // It writes two digits, so that less is no move.
  const moved = (from: number, to: number): number => (Math.abs(from - to) < 0.01 ? 0 : to - from)
  const [right, up] = [moved(left, x), moved(lower, y)]
  for (const [name, box] of Object.entries(boxes)) {
    const numbers = box.map((value, at) => Number((value + (at % 2 === 0 ? right : up)).toFixed(4)))
    page.node.set(PDFName.of(name), page.doc.context.obj(numbers.map((value) => PDFNumber.of(value))))
  }
  page.node.delete(PDFName.of('ArtBox'))
}

async function save(document: PDFDocument, header: Uint8Array, identifier: string): Promise<Uint8Array> {
  const { context } = document
  const id = PDFArray.withContext(context)
  for (let times = 0; times < 2; times++) id.push(PDFHexString.of(identifier.toUpperCase()))
  context.trailerInfo.ID = id
  const bytes = await document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    addDefaultPage: false,
  })
  bytes.set(header)
  return bytes
}
