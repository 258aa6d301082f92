import { type HandoutPage, LEADING, magnification } from './layouts.ts'

/** How a page of a handout is built; how it looks is the theme's affair (`handout.css`). */
export function handoutCss(page: HandoutPage): string {
  const { width, height, margin, fontSize, asideWidth } = page
  // A code keeps the size that a phone reads when its page is reduced.
  const codeSize = Math.round(18 * magnification(page))
  return `.handout{--font-size:calc(${fontSize}px*var(--scale,1));--line:calc(var(--font-size)*var(--leading,${LEADING}))}
:root{--aside:${asideWidth}mm;--margin:${margin}mm;--code:${codeSize}mm}
@page{size:${width}mm ${height}mm;margin:0}
html,body{margin:0;padding:0}
#flow{width:${width}mm}
.measuring .handout:not(.shown){display:none}
.page,.page *{box-sizing:border-box}
.page{display:flex;flex-direction:column;width:${width}mm;height:calc(${height}mm - 1.5px);padding:var(--margin);break-inside:avoid;overflow:hidden}
.printing .page+.page,.printing .handout+.handout .page{break-before:page}
.page-body{display:flex;flex:1 1 0;min-height:0}
.page-area{display:flex;flex-direction:column;flex:1 1 0;min-width:0;min-height:0}
.page-columns{columns:2;column-fill:auto;flex:none}
.page-aside{flex:none;width:var(--aside)}
.rules{display:block;width:100%;overflow:visible}`
}
