import { type Geometry, PT_PER_MM } from './geometry.ts'

/** One of a page's boxes in points: left, lower, right, upper. */
type Box = [number, number, number, number]

/**
 * A box that lies `inset` millimetres inside of the paper. Chromium rounds the page to device pixels and draws from
 * its upper left corner: the exact boxes start there, so a lower edge may lie a fraction of a point below zero.
 */
function pageBox(top: number, inset: number, { width, height, bleed, slug }: Geometry): Box {
  const outside = 2 * (bleed + slug)
  const right = (width + outside - inset) * PT_PER_MM
  const lower = top - (height + outside - inset) * PT_PER_MM
  return [inset * PT_PER_MM, lower, right, top - inset * PT_PER_MM]
}

/** The entries of a page's dictionary that name its boxes. */
export function pageBoxes(mediaBox: string, geometry: Geometry): string {
  const { bleed, slug } = geometry
  const top = topOf(mediaBox)
  const boxes = { MediaBox: 0, CropBox: 0, BleedBox: slug, TrimBox: slug + bleed }
  return Object.entries(boxes)
    .map(([name, inset]) => `/${name} [${numbers(pageBox(top, inset, geometry))}]`)
    .join('\n')
}

/** Draws crop marks in black, outside of the bleed. */
export function cropMarks(mediaBox: string, geometry: Geometry): string {
  const { bleed, slug } = geometry
  const [left, lower, right, upper] = pageBox(topOf(mediaBox), slug + bleed, geometry)
  const near = bleed * PT_PER_MM + 3
  const far = (bleed + slug) * PT_PER_MM - 3
  const marks: number[][] = []
  for (const x of [left, right]) {
    marks.push([x, upper + near, x, upper + far], [x, lower - near, x, lower - far])
  }
  for (const y of [lower, upper]) {
    marks.push([left - near, y, left - far, y], [right + near, y, right + far, y])
  }
  const lines = marks.map((mark) => `${numbers(mark.slice(0, 2))} m ${numbers(mark.slice(2))} l S`)
  return `/Artifact BMC\nq 0 0 0 1 K .25 w\n${lines.join('\n')}\nQ\nEMC\n`
}

function topOf(mediaBox: string): number {
  return Number(/([\d.]+)\]$/.exec(mediaBox)?.[1] ?? 0)
}

function numbers(values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(4))).join(' ')
}
