import { createMessage, type Rule } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { Assets, Book } from '../model.ts'
import type { Geometry } from './geometry.ts'
import type { TablePlace } from './in-page/layout.ts'
import { isOversized, largestSide } from './print-image.ts'
import { pdfRule } from './rules.ts'
import { type SourceNode, visitSources } from './source-places.ts'

/** What was seen while the book was laid out. */
export interface Findings {
  /** Characters that no font holds. */
  missing: readonly number[]
  /** Tables that were made smaller. */
  tables: readonly TablePlace[]
  /** Widths of images in CSS pixels, by path in the book's folder. */
  images: readonly { path: string; width: number }[]
  assets: Assets
  minimumResolution: number
  geometry: Geometry
}

/** A word of more Latin letters than two lines of the smallest page. */
const LONG_WORD = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]{120,}/u

/** Says where in the notes what was found was written. */
export function diagnose(book: Book, findings: Findings): VFileMessage[] {
  const messages: VFileMessage[] = []
  const missing = new Set(findings.missing)
  const blurred = blurredImages(findings)
  const oversized = new Set<string>()
  const tables = new Map<string, number>()
  const report = (rule: Rule, source: SourceNode, reason: string): void => {
    const { file, position } = source
    messages.push(
      createMessage(rule, { reason, ...(position && { place: position }), ...(file && { file }) }),
    )
  }
  visitSources(book, (source) => {
    const { node, owners } = source
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      for (const character of node.value) {
        const code = character.codePointAt(0) ?? 0
        if (missing.delete(code)) report(pdfRule.missingGlyph, source, missingGlyphReason(code))
      }
      const word = node.type === 'text' ? LONG_WORD.exec(node.value)?.[0] : undefined
      if (word) {
        const start = [...word].slice(0, 12).join('')
        report(
          pdfRule.longWord,
          source,
          `A word of ${word.length} characters (“${start}…”) is longer than a line.`,
        )
      }
    }
    if (node.type === 'image') {
      const asset = findings.assets.get(node.url)
      if (asset && isOversized(asset, findings.geometry) && !oversized.has(node.url)) {
        oversized.add(node.url)
        const side = largestSide(findings.geometry)
        const size = `${asset.width} × ${asset.height}`
        report(
          pdfRule.hugeImage,
          source,
          `The image has ${size} pixels; print uses ${side} on its longer side.`,
        )
      }
      const found = blurred.get(node.url)
      if (found) report(pdfRule.lowResolution, source, found)
      blurred.delete(node.url)
    }
    if (node.type === 'table') {
      const owner = owners.at(-1) ?? ''
      const number = tables.get(owner) ?? 0
      tables.set(owner, number + 1)
      if (findings.tables.some((table) => table.owner === owner && table.number === number)) {
        report(pdfRule.wideTable, source, 'The table is wider than the page, so its text is set smaller.')
      }
    }
  })
  for (const code of missing) {
    const reason = missingGlyphReason(code)
    messages.push(createMessage(pdfRule.missingGlyph, { reason }))
  }
  return messages
}

/** What is said of a character that no font holds. */
export function missingGlyphReason(code: number): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `No font of the book holds “${String.fromCodePoint(code)}” (${name}).`
}

/** Sentences about images with too few pixels, by path. */
function blurredImages({ images, assets, minimumResolution }: Findings): Map<string, string> {
  const found = new Map<string, string>()
  for (const { path, width } of images) {
    const asset = assets.get(path)
    if (!asset?.width || asset.mediaType === 'image/svg+xml' || width <= 0) continue
    const resolution = Math.round(asset.width / (width / 96))
    if (resolution >= minimumResolution) continue
    const size = `${asset.width} pixels over ${Math.round((width / 96) * 25.4)} mm`
    found.set(
      path,
      `The image has ${resolution} pixels per inch in print (${size}); ${minimumResolution} are wanted.`,
    )
  }
  return found
}
