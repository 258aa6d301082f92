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
import { collectResources } from './resources.ts'
import type { PrintedPage } from './sheet.ts'
import { catalogConditions, type FailedCondition, uniqueConditions } from './ua/claim.ts'
import { DrawnBook } from './ua/drawn-book.ts'
import { fontConditions } from './ua/fonts.ts'
import { annotationsOf, type DescribeLink, describeAnnotation } from './ua/links.ts'
import { finishStructure, readTagged } from './ua/tags.ts'

export interface Finishing {
  geometry: Geometry
  pages: readonly PrintedPage[]
  metadata: Metadata
  outline: readonly OutlineEntry[]
  place(id: string): Destination | undefined
  ink: Ink
  /** What a link leads to; its address where absent. */
  describeLink?: DescribeLink
}

export interface FinishedPdf {
  pdf: Buffer
  /** Why it does not say that it follows PDF/UA-1; empty where it does. */
  failed: FailedCondition[]
}

/** So many drawings are unpacked at once. */
const BATCH = 64

/**
 * Makes a print-ready book of Chromium's file: exact boxes, page labels, outline, metadata, black text in K, and
 * tags for readers who listen.
 */
export async function finishPdf(
  file: PdfFile,
  pages: readonly number[],
  finishing: Finishing,
): Promise<FinishedPdf> {
  const { geometry, metadata, outline, place, ink, describeLink = (href) => href } = finishing
  const replaced = new Map<number, Replacement>()
  const structure = readTagged(file)
  const texts = pages.map((page) => objectText(file, page))
  const resources = collectResources(file, texts)
  const drawn = new DrawnBook(file, resources, structure)

  const draw = async (number: number, rewrite: (source: string) => string): Promise<void> => {
    const stream = streamOf(file, number)
    const rewritten = stream && (await rewriteDrawing(stream, ink, rewrite))
    if (rewritten) replaced.set(number, streamObject(rewritten.dictionary, rewritten.data))
  }
  // What draws others was found before them.
  for (const number of [...resources.drawings].toReversed()) {
    await draw(number, (source) => drawn.rewriteInner(number, source, ink))
  }
  for (let start = 0; start < pages.length; start += BATCH) {
    await Promise.all(
      pages.slice(start, start + BATCH).map(async (object, at) => {
        const text = texts[start + at] ?? ''
        const contents = reference(text, 'Contents')
        if (contents === undefined) return
        await draw(contents, (source) => drawn.rewritePage(object, source, ink, middleOf(text)))
      }),
    )
  }
  for (const number of ink === 'one-colour' ? resources.images : []) {
    const stream = streamOf(file, number)
    const grey = stream && (await greyImage(stream))
    if (grey) replaced.set(number, streamObject(grey.dictionary, grey.data))
  }

  const annotations = texts.flatMap(annotationsOf)
  for (const number of annotations)
    replaced.set(number, describeAnnotation(objectText(file, number), describeLink))
  const first = nextObject(file)
  const tagged = { ...drawn.tagged(pages, texts), annotations }
  const tags = finishStructure(file, structure, tagged, first)
  for (const [number, body] of tags.replaced) replaced.set(number, body)
  const root = objectText(file, file.root)
  const failed = uniqueConditions([
    ...catalogConditions(root, metadata.title),
    ...tags.failed,
    ...drawn.conditions(
      pages.filter((_, at) => texts[at]?.includes('/Contents')),
      tags.isOwned,
    ),
    ...fontConditions(file, resources.fonts, drawn.glyphs),
  ])

  const xmp = first + tags.added.length
  const outlines = outlineObjects(outline, place, pages, xmp + 1)
  const marks = xmp + 1 + outlines.length
  let mediaBox = ''
  for (const [at, page] of pages.entries()) {
    const text = texts[at] ?? ''
    mediaBox = /\/MediaBox \[[^\]]*\]/.exec(text)?.[0] ?? mediaBox
    const boxed = text.replace(mediaBox, pageBoxes(mediaBox, geometry))
    // The browser leaves its own coordinates behind, so what is added must come first.
    const marked = boxed.replace(/\/Contents (\d+ 0 R)/, `/Contents [${marks} 0 R $1]`)
    replaced.set(page, geometry.slug > 0 ? marked : boxed)
  }
  replaced.set(file.info, infoDictionary(metadata))
  const packet = Buffer.from(xmpPacket(metadata, failed.length === 0))
  const added = [...tags.added, streamObject('<</Type /Metadata\n/Subtype /XML>>', packet), ...outlines]
  if (geometry.slug > 0) added.push(streamObject('<<>>', Buffer.from(cropMarks(mediaBox, geometry))))
  const entries = [
    `/Metadata ${xmp} 0 R`,
    `/Outlines ${xmp + 1} 0 R`,
    '/PageMode /UseOutlines',
    `/PageLabels ${pageLabelTree(finishing.pages)}`,
  ]
  const catalog = geometry.vertical ? boundOnTheRight(root) : root
  replaced.set(file.root, catalog.replace(/>>\s*$/, `\n${entries.join('\n')}>>`))
  return { pdf: writePdf(file, replaced, added, fileIdentifier(file, metadata), tags.removed), failed }
}

/** Spreads run from right to left, and the first page stands alone. */
function boundOnTheRight(catalog: string): string {
  const entry = '/Direction /R2L'
  const preferences = catalog.replace(/\/ViewerPreferences\s*<</, `$& ${entry} `)
  const own = preferences === catalog ? `/ViewerPreferences <<${entry}>>\n` : ''
  return preferences.replace(/>>\s*$/, `\n${own}/PageLayout /TwoPageRight>>`)
}

/** Half the height of a page in the units that Chromium draws in. */
function middleOf(page: string): number {
  const height = Number(/\/MediaBox \[\S+ \S+ \S+ (\S+)\]/.exec(page)?.[1] ?? 0)
  return height / 0.75 / 2
}

/** The same for the same book: made from what was drawn and from what the file says about itself. */
function fileIdentifier(file: PdfFile, metadata: Metadata): string {
  const hash = createHash('sha256').update(JSON.stringify(metadata))
  const info = file.objects.get(file.info)
  // The browser's own information holds the time of printing.
  hash.update(file.bytes.subarray(0, info?.start ?? 0)).update(file.bytes.subarray(info?.end ?? 0))
  return hash.digest('hex').slice(0, 32).toUpperCase()
}
