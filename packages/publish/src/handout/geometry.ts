import type { Geometry } from '../pdf/geometry.ts'
import type { HandoutPage } from './layouts.ts'

/** A handout's page for what finishes PDFs: it has neither bleed nor a grid of lines. */
export function pageGeometry({ width, height }: HandoutPage): Geometry {
  return {
    width,
    height,
    bleed: 0,
    slug: 0,
    margins: { top: 0, bottom: 0, inner: 0, outer: 0 },
    vertical: false,
    fontSize: 0,
    line: 0,
    lines: 0,
    textWidth: 0,
    textHeight: 0,
  }
}
