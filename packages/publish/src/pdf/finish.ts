import { createHash } from 'node:crypto'
import type { Geometry } from './geometry.ts'
import { greyImage, type Ink, rewriteDrawing } from './ink.ts'
import { infoDictionary, type Metadata, xmpPacket } from './metadata.ts'
import { type OutlineEntry, outlineObjects } from './outline.ts'
import {
  type Destination,
  nextObject,
  objectText,
  type PdfFile,
  reference,
  type Replacement,
  streamObject,
  streamOf,
  writePdf,
} from './pdf-file.ts'
import { cropMarks, pageBoxes } from './page-boxes.ts'
import { pageLabelTree } from './page-labels.ts'
import type { PrintedPage } from './sheet.ts'

export interface Finishing {
  geometry: Geometry
  pages: readonly PrintedPage[]
  metadata: Metadata
  outline: readonly OutlineEntry[]
  place(id: string): Destination | undefined
  ink: Ink
}

/** Elements of HTML that PDF's structure has no word for, by the nearest that it has. */
const ROLES = '<</Strong /Span\n/Em /Span>>'

/** Makes a print-ready book of Chromium's file: exact boxes, page labels, outline, metadata, black text in K. */
export async function finishPdf(
  file: PdfFile,
  pages: readonly number[],
  finishing: Finishing,
): Promise<Buffer> {
  const { geometry, metadata, outline, place, ink } = finishing
  const replaced = new Map<number, Replacement>()
  const drawings = new Set<number>()
  const first = nextObject(file)
  const outlines = outlineObjects(outline, place, pages, first + 1)
  const marks = first + 1 + outlines.length
  let mediaBox = ''
  for (const page of pages) {
    const text = objectText(file, page)
    mediaBox = /\/MediaBox \[[^\]]*\]/.exec(text)?.[0] ?? mediaBox
    const boxed = text.replace(mediaBox, pageBoxes(mediaBox, geometry))
    // The browser leaves its own coordinates behind, so what is added must come first.
    const marked = boxed.replace(/\/Contents (\d+ 0 R)/, `/Contents [${marks} 0 R $1]`)
    replaced.set(page, geometry.slug > 0 ? marked : boxed)
    const contents = reference(text, 'Contents')
    if (contents !== undefined) drawings.add(contents)
  }
  for (const number of objectsOfType(file, 'Form')) drawings.add(number)
  await Promise.all(
    [...drawings].map(async (number) => {
      const stream = streamOf(file, number)
      const rewritten = stream && (await rewriteDrawing(stream, ink))
      if (rewritten) replaced.set(number, streamObject(rewritten.dictionary, rewritten.data))
    }),
  )
  for (const number of ink === 'one-colour' ? objectsOfType(file, 'Image') : []) {
    const stream = streamOf(file, number)
    const grey = stream && (await greyImage(stream))
    if (grey) replaced.set(number, streamObject(grey.dictionary, grey.data))
  }
  const root = objectText(file, file.root)
  const structure = reference(root, 'StructTreeRoot')
  if (structure !== undefined)
    replaced.set(structure, withEntries(objectText(file, structure), `/RoleMap ${ROLES}`))
  replaced.set(file.info, infoDictionary(metadata))
  const xmp = streamObject('<</Type /Metadata\n/Subtype /XML>>', Buffer.from(xmpPacket(metadata)))
  const added: Replacement[] = [xmp, ...outlines]
  if (geometry.slug > 0) added.push(streamObject('<<>>', Buffer.from(cropMarks(mediaBox, geometry))))
  const entries = [
    `/Metadata ${first} 0 R`,
    `/Outlines ${first + 1} 0 R`,
    '/PageMode /UseOutlines',
    `/PageLabels ${pageLabelTree(finishing.pages)}`,
  ]
  replaced.set(file.root, withEntries(root, entries.join('\n')))
  return writePdf(file, replaced, added, fileIdentifier(file, metadata))
}

/** Drawings inside drawings, e.g. of SVG images (`Form`), or pictures (`Image`). */
function objectsOfType(file: PdfFile, subtype: 'Form' | 'Image'): number[] {
  const found: number[] = []
  const pattern = new RegExp(`^\\d+ 0 obj\\n<<[^]*?/Subtype /${subtype}\\b[^]*?stream\\n`)
  for (const [number, { start, end }] of file.objects) {
    const head = file.bytes.toString('latin1', start, Math.min(end, start + 400))
    if (pattern.test(head)) found.push(number)
  }
  return found
}

function withEntries(dictionary: string, entries: string): string {
  return dictionary.replace(/>>\s*$/, `\n${entries}>>`)
}

/** The same for the same book: made from what was drawn and from what the file says about itself. */
function fileIdentifier(file: PdfFile, metadata: Metadata): string {
  const hash = createHash('sha256').update(JSON.stringify(metadata))
  const info = file.objects.get(file.info)
  // The browser's own information holds the time of printing.
  hash.update(file.bytes.subarray(0, info?.start ?? 0)).update(file.bytes.subarray(info?.end ?? 0))
  return hash.digest('hex').slice(0, 32).toUpperCase()
}
