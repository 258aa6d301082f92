import { acrossWidth, type Geometry, PX_PER_MM } from './geometry.ts'
import { fitHead } from './running-head.ts'
import type { PrintedPage } from './sheet.ts'

/** Room for the rounding of the page along its lines. */
const MEASURE_SLACK = 0.5

/** Room for the rounding across them: less than a line, or the grid would lose its last one. */
const DEPTH_SLACK = 2

/** Size of running heads, in that of the text. */
const HEAD_SIZE = 0.72

/** The custom properties that print CSS builds on, and the columns in which pages are measured. */
export function geometryCss(geometry: Geometry): string {
  const { fontSize, line, textWidth, textHeight, vertical } = geometry
  const [along, measure] = vertical ? ['height', textHeight] : ['width', textWidth]
  const [across, depth] = vertical ? ['width', textWidth] : ['height', textHeight]
  return `:root{--font-size:${fontSize}px;--line:${line}px;--text-width:${textWidth}px;--text-height:${textHeight}px}
html,body{margin:0;padding:0}${vertical ? `html{writing-mode:vertical-rl;--across-width:${acrossWidth(geometry)}px}` : ''}
#flow{${along}:${measure}px}
.measuring:not(.loaded) #flow{display:none}
.measuring #flow{${across}:${depth + DEPTH_SLACK}px;columns:${measure}px auto;column-gap:${measure}px;column-fill:auto}
.measuring .sheet{break-before:column}
.printing .sheet,.printing .blank-page{break-before:page}
#flow>:first-child,.opens-volume{break-before:auto!important}
#checked-places,.put-away{display:none!important}
.contents-page[data-volume]::before{content:attr(data-volume)}`
}

/**
 * Rules of the printed pages. Heads and page numbers are counter styles with one string a page: Chromium has no
 * running elements, but it does count pages, and a counter can print anything.
 */
export function pageRules(geometry: Geometry, pages: readonly PrintedPage[]): string {
  const { width, height, bleed, slug, margins, vertical } = geometry
  const headLine = geometry.textWidth / (geometry.fontSize * HEAD_SIZE)
  const heads = pages.map(({ head }) => cssString(fitHead(head, headLine)))
  const folios = pages.map(({ label, folio }) => cssString(folio ? label : ''))
  const room = bleed + slug
  const lower = (vertical ? MEASURE_SLACK : DEPTH_SLACK) / PX_PER_MM
  // A book with vertical lines is bound on the right. To the browser its first page is a right one all the same.
  const [odd, even] = vertical ? (['left', 'right'] as const) : (['right', 'left'] as const)
  return `@counter-style page-head{system:fixed 1;symbols:${heads.join(' ')};suffix:""}
@counter-style page-folio{system:fixed 1;symbols:${folios.join(' ')};suffix:""}
@page{size:${width + 2 * room}mm ${height + 2 * room}mm;margin-top:${margins.top + room}mm;margin-bottom:${margins.bottom + room - lower}mm}
${box('left', even)}
${box('right', odd)}`

  /** `side` is the browser's name of the page, `edge` the side of its outer edge. */
  function box(side: 'left' | 'right', edge: 'left' | 'right'): string {
    const [left, right] = edge === 'left' ? [margins.outer, margins.inner] : [margins.inner, margins.outer]
    // Where the text ends, there is room for the rounding.
    const [before, after] = vertical ? [DEPTH_SLACK / PX_PER_MM, 0] : [0, MEASURE_SLACK / PX_PER_MM]
    return `@page :${side}{margin-left:${left + room - before}mm;margin-right:${right + room - after}mm;
@top-${edge}{content:counter(page,page-head);${head()}text-align:${edge}}
@bottom-${edge}{content:counter(page,page-folio);${folio()}text-align:${edge}}}`
  }

  function head(): string {
    const { fontSize, line } = geometry
    return `font:400 ${fontSize * HEAD_SIZE}px var(--font-label);vertical-align:bottom;padding-bottom:${line * 0.75}px;white-space:nowrap;${direction()}`
  }

  function folio(): string {
    const { fontSize, line } = geometry
    return `font:400 ${fontSize * 0.82}px var(--font-number);vertical-align:top;padding-top:${line * 0.9}px;${direction()}`
  }

  /** Heads and page numbers are read across, whatever the lines are. */
  function direction(): string {
    return vertical ? 'writing-mode:horizontal-tb;' : ''
  }
}

/** A CSS string; line breaks and control characters as spaces. */
function cssString(text: string): string {
  const flat = text.replaceAll(/[\p{Cc}\s]+/gu, ' ')
  return `"${flat.replaceAll(/["\\<]/g, (each) => `\\${each.codePointAt(0)?.toString(16)} `)}"`
}
