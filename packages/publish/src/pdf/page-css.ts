import { type Geometry, PX_PER_MM } from './geometry.ts'
import type { PrintedPage } from './sheet.ts'

/** Room for the rounding of the page's width. */
const WIDTH_SLACK = 0.5

/** Room for the rounding of its height: less than a line, or the grid would lose its last one. */
const HEIGHT_SLACK = 2

/** The custom properties that print CSS builds on, and the columns in which pages are measured. */
export function geometryCss(geometry: Geometry): string {
  const { fontSize, line, textWidth, textHeight } = geometry
  return `:root{--font-size:${fontSize}px;--line:${line}px;--text-width:${textWidth}px;--text-height:${textHeight}px}
html,body{margin:0;padding:0}
#flow{width:${textWidth}px}
.measuring #flow{height:${textHeight + HEIGHT_SLACK}px;columns:${textWidth}px auto;column-gap:${textWidth}px;column-fill:auto}
.measuring .sheet{break-before:column}
.printing .sheet,.printing .blank-page{break-before:page}
#flow>:first-child,.opens-volume{break-before:auto!important}
#checked-places,.put-away{display:none}
.contents-page[data-volume]::before{content:attr(data-volume)}
.page-ref[data-volume]:not(:empty)::before{content:'（p.' attr(data-volume)}`
}

/**
 * Rules of the printed pages. Heads and page numbers are counter styles with one string a page: Chromium has no
 * running elements, but it does count pages, and a counter can print anything.
 */
export function pageRules(geometry: Geometry, pages: readonly PrintedPage[]): string {
  const { width, height, bleed, slug, margins } = geometry
  const heads = pages.map(({ head }) => cssString(head))
  const folios = pages.map(({ label, folio }) => cssString(folio ? label : ''))
  const room = bleed + slug
  const box = (side: 'left' | 'right'): string => {
    const [left, right] = side === 'left' ? [margins.outer, margins.inner] : [margins.inner, margins.outer]
    return `@page :${side}{margin-left:${left + room}mm;margin-right:${right + room - WIDTH_SLACK / PX_PER_MM}mm;
@top-${side}{content:counter(page,page-head);${head()}text-align:${side}}
@bottom-${side}{content:counter(page,page-folio);${folio()}text-align:${side}}}`
  }
  return `@counter-style page-head{system:fixed 1;symbols:${heads.join(' ')};suffix:""}
@counter-style page-folio{system:fixed 1;symbols:${folios.join(' ')};suffix:""}
@page{size:${width + 2 * room}mm ${height + 2 * room}mm;margin-top:${margins.top + room}mm;margin-bottom:${margins.bottom + room - HEIGHT_SLACK / PX_PER_MM}mm}
${box('left')}
${box('right')}`

  function head(): string {
    const { fontSize, line } = geometry
    return `font:400 ${fontSize * 0.72}px var(--font-label);vertical-align:bottom;padding-bottom:${line * 0.75}px;white-space:nowrap;`
  }

  function folio(): string {
    const { fontSize, line } = geometry
    return `font:400 ${fontSize * 0.82}px var(--font-number);vertical-align:top;padding-top:${line * 0.9}px;`
  }
}

/** A CSS string; line breaks and control characters as spaces. */
function cssString(text: string): string {
  const flat = text.replaceAll(/[\p{Cc}\s]+/gu, ' ')
  return `"${flat.replaceAll(/["\\<]/g, (each) => `\\${each.codePointAt(0)?.toString(16)} `)}"`
}
