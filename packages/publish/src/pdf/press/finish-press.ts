import { createHash } from 'node:crypto'
import { objectText, pageObjects, type PdfFile, readPdf, type Replacement, writePdf } from '../pdf-file.ts'
import type { PressStandard } from './standards.ts'
import { type Boxes, boxesOf } from './variant.ts'

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
export function finishPress(bytes: Uint8Array, facts: PressFacts): Uint8Array | undefined {
  const file = plainFile(bytes)
  const pages = file ? pageObjects(file) : []
  if (!file || versionOf(file) !== facts.standard.version || pages.length !== facts.boxes.length) return
  const replaced = new Map<number, Replacement>()
  for (const [at, page] of pages.entries()) {
    replaced.set(page, withBoxes(objectText(file, page), facts.boxes[at] ?? {}))
  }
  const dated = objectText(file, file.info).replaceAll(DATES, (_, key: string) => `/${key}(${facts.date})`)
  replaced.set(file.info, dated)
  // What is left of the time is in the metadata, which X-1a and X-3 have no use for.
  const root = objectText(file, file.root)
  if (!facts.standard.transparency) replaced.set(file.root, root.replace(/\/Metadata \d+ 0 R/, ''))
  const write = (identifier: string): Buffer => {
    const written = writePdf(file, replaced, [], identifier)
    // The version that the standard is about.
    written.set(bytes.subarray(0, HEADER))
    return written
  }
  const content = createHash('sha256').update(write('0'.repeat(32)))
  return write(content.digest('hex').slice(0, 32).toUpperCase())
}

/** Whether a file says that it follows a standard. */
export function follows(bytes: Uint8Array, standard: PressStandard): boolean {
  const file = plainFile(bytes)
  return file !== undefined && versionOf(file) === standard.version
}

const DATES = /\/(CreationDate|ModDate)\s*\([^)]*\)/g

/** Length of `%PDF-1.3`. */
const HEADER = 8

/** The file, where its objects stand one after another, as they do before PDF 1.5. */
function plainFile(bytes: Uint8Array): PdfFile | undefined {
  try {
    return readPdf(bytes)
  } catch {
    return undefined
  }
}

/** The standard that a file says it follows. */
function versionOf(file: PdfFile): string | undefined {
  return /\/GTS_PDFXVersion\s*\(([^)]*)\)/.exec(objectText(file, file.info))?.[1]
}

/** Ghostscript moves a page to the origin: the boxes move with it. */
function withBoxes(page: string, boxes: Boxes): string {
  const [x = 0, y = 0] = boxesOf(page)['MediaBox'] ?? []
  const [left = 0, lower = 0] = boxes['MediaBox'] ?? []
  // It writes two digits, so that less is no move.
  const moved = (from: number, to: number): number => (Math.abs(from - to) < 0.01 ? 0 : to - from)
  const [right, up] = [moved(left, x), moved(lower, y)]
  const entries = Object.entries(boxes).map(([name, box]) => {
    const numbers = box.map((value, at) => Number((value + (at % 2 === 0 ? right : up)).toFixed(4)))
    return `/${name} [${numbers.join(' ')}]`
  })
  const without = page.replaceAll(/\/(?:Media|Crop|Bleed|Trim|Art)Box\s*\[[^\]]*\]\s*/g, '')
  return without.replace(/>>\s*$/, `\n${entries.join('\n')}>>`)
}
