import type { Element } from 'hast'
import type { Theme } from '../model.ts'
import { withoutProperties } from '../theme/properties.ts'
import { closedCss } from './css.ts'

/** CSS of the files with vertical lines, behind `style.css`, which all files have. */
export const verticalStylesheet = 'vertical.css'

/** The words that readers of different ages know for lines from top to bottom and for letters in them. */
const MODES = `html, body { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl; }
.tcy { -epub-text-combine: horizontal; -webkit-text-combine: horizontal; -ms-text-combine-horizontal: all; text-combine-upright: all; }
.upright { -epub-text-orientation: upright; -webkit-text-orientation: upright; text-orientation: upright; }`

/** The whole CSS of files with vertical lines. */
export function verticalCss(theme: Theme): string {
  const css = withoutProperties(theme.verticalEpubCss ?? '', [theme.css, theme.epubCss].join('\n'))
  return `${MODES}\n${closedCss(css)}`
}

/** Files of addresses and facts, and the cover, keep horizontal lines; readers want one direction a file. */
const HORIZONTAL = new Set(['colophon', 'cover', 'links'])

/** Whether a file of a vertical book has vertical lines, by its outermost element. */
export function hasVerticalLines({ properties }: Element): boolean {
  const { className } = properties
  return !Array.isArray(className) || !className.some((name) => HORIZONTAL.has(String(name)))
}
