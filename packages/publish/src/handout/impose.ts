import { cmyk, PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import { PT_PER_MM } from '../pdf/geometry.ts'
import { copyFacts } from './copy-facts.ts'
import type { HandoutPage } from './layouts.ts'
import { placePages, type PlacedSheet } from './placing.ts'

/** Everything that is drawn here is pure K. */
const BLACK = cmyk(0, 0, 0, 1)

/**
 * Puts the pages of a handout on sheets; undefined where its layout prints them one by one. The pages keep fonts,
 * colours and links to the web, and lose tags and links within the handout.
 */
export async function imposeHandout(
  bytes: Uint8Array,
  { layout, sheet, width, height }: HandoutPage,
  creep: number,
  now: Date,
): Promise<{ bytes: Uint8Array; pages: number } | undefined> {
  if (layout === '1up' || layout === 'cornell') return
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = source.getPages()
  const placed = placePages(pages.length, { layout, sheet, page: { width, height }, creep })
  const target = await PDFDocument.create({ updateMetadata: false })
  const boxes = pages.map((page) => {
    const { x, y, width: w, height: h } = page.getMediaBox()
    return { left: x, bottom: y, right: x + w, top: y + h }
  })
  const embedded = await target.embedPages(pages, boxes)
  for (const each of placed) drawSheet(target, each)
  copyFacts(source, target, now)
  return { bytes: await target.save({ useObjectStreams: true }), pages: placed.length }

  function drawSheet(
    document: PDFDocument,
    { width: w, height: h, pages: onSheet, rules }: PlacedSheet,
  ): void {
    const page = document.addPage([w * PT_PER_MM, h * PT_PER_MM])
    for (const place of onSheet) {
      const drawing = embedded[place.index]
      const from = pages[place.index]
      if (!drawing || !from) continue
      const size = { width: place.width * PT_PER_MM, height: place.height * PT_PER_MM }
      const corner = { x: place.x * PT_PER_MM, y: (h - place.y - place.height) * PT_PER_MM }
      page.drawPage(drawing, { ...corner, ...size })
      if (layout !== 'booklet')
        page.drawRectangle({ ...corner, ...size, borderColor: BLACK, borderWidth: 0.35 })
      copyLinks(from, page, corner, size.width / from.getMediaBox().width)
    }
    for (const { x, y, width: length } of rules) {
      const at = (h - y) * PT_PER_MM
      const [start, end] = [
        { x: x * PT_PER_MM, y: at },
        { x: (x + length) * PT_PER_MM, y: at },
      ]
      page.drawLine({ start, end, thickness: 0.35, color: BLACK })
    }
  }
}

/** A page that is drawn into another loses its links: those to the web are made again. */
function copyLinks(from: PDFPage, to: PDFPage, corner: { x: number; y: number }, scale: number): void {
  const { x: left, y: bottom } = from.getMediaBox()
  const links: PDFRef[] = []
  for (const annotation of from.node.Annots()?.asArray() ?? []) {
    const link = from.doc.context.lookupMaybe(annotation, PDFDict)
    const action = link?.lookupMaybe(PDFName.of('A'), PDFDict)
    const uri = action?.lookup(PDFName.of('URI'))
    const rect = link?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle()
    if (!uri || !rect) continue
    const [x, y] = [corner.x + (rect.x - left) * scale, corner.y + (rect.y - bottom) * scale]
    const { context } = to.doc
    const made = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      F: 4,
      Border: [0, 0, 0],
      Rect: [x, y, x + rect.width * scale, y + rect.height * scale],
      A: { S: 'URI', URI: uri.clone() },
    })
    links.push(context.register(made))
  }
  if (links.length > 0) to.node.set(PDFName.of('Annots'), to.doc.context.obj(links))
}
