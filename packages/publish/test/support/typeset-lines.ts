import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type DrawnText, pageText } from './read-pdf.ts'

/** A printed line: points from the lower left corner of the page, the size of its largest character. */
export interface Line {
  page: number
  y: number
  x: number
  text: string
  size: number
}

/** All lines of a PDF, page by page, top to bottom. */
export async function readLines(pdf: PDFDocumentProxy): Promise<Line[]> {
  const lines: Line[] = []
  for (let page = 1; page <= pdf.numPages; page++) lines.push(...linesOf(await pageText(pdf, page), page))
  return lines
}

/** Runs on one baseline as one line, left to right. */
function linesOf(runs: readonly DrawnText[], page: number): Line[] {
  const rows = new Map<number, DrawnText[]>()
  for (const run of runs) {
    const key = [...rows.keys()].find((y) => Math.abs(y - run.y) < 0.8) ?? run.y
    rows.set(key, [...(rows.get(key) ?? []), run])
  }
  return [...rows]
    .toSorted(([a], [b]) => b - a)
    .map(([y, row]) => {
      const sorted = row.toSorted((a, b) => a.x - b.x)
      const size = Math.max(...sorted.map((run) => run.size))
      return { page, y, x: sorted[0]?.x ?? 0, size, text: sorted.map(({ text }) => text).join('') }
    })
}

/** JLREQ's characters that begin no line. */
const NO_START =
  /^[、。，．・：；？！）〕］｝〉》」』】々ゝゞヽヾーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ,.:;?!)\]}]/u

/** Lines that begin with a character that may not stand there; a point's own dot may. */
export function wrongStarts(lines: readonly Line[]): string[] {
  return lines
    .filter(({ text }) => NO_START.test(text.replace(/^・/, '')))
    .map(({ text }) => text.slice(0, 12))
}

/** Lines whose baselines are more than half a point off the grid on which most of them stand. */
export function offGrid(lines: readonly Line[], step: number): { page: number; text: string; off: number }[] {
  const highest = Math.max(...lines.map(({ y }) => y))
  return lines
    .map(({ page, y, text }) => ({ page, text, off: distance(y - highest, step) }))
    .filter(({ off }) => off > 0.5)
}

function distance(value: number, step: number): number {
  const rest = ((value % step) + step) % step
  return Math.min(rest, step - rest)
}

/** The lines of each page that has any. */
export function linesByPage(lines: readonly Line[]): Line[][] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  return [...pages.values()]
}
