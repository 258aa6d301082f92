import { fontFaceCss } from '../fonts/css.ts'
import { planFonts } from '../fonts/plan.ts'
import type { AnswerRequest } from '../browser/closed-page.ts'
import type { RenderInput } from '../model.ts'
import { htmlDocument } from '../pdf/document.ts'
import { pageAnswer } from '../pdf/prepare.ts'
import { printImage } from '../pdf/print-image.ts'
import { usedCharacters } from '../pdf/used-characters.ts'
import { namedFamilies } from '../theme/families.ts'
import type { Handout } from './compose.ts'
import type { HandoutLabels } from './labels.ts'
import { pageGeometry } from './geometry.ts'
import type { HandoutPage } from './layouts.ts'
import { handoutCss } from './page-css.ts'

export interface PreparedHandouts {
  /** What the page may load. */
  answer: AnswerRequest
  /** Characters that no font holds. */
  missing: number[]
}

/** Writes some handouts as one HTML document and chooses its fonts. */
export async function prepareHandouts(
  handouts: readonly Handout[],
  { book, theme, assets }: RenderInput,
  page: HandoutPage,
  labels: HandoutLabels,
): Promise<PreparedHandouts> {
  const sheets = handouts.map(({ sheet }) => sheet)
  const drawn = `0123456789/・•◦▪﹅${Object.values(labels).join('')}${handouts.map(({ event }) => event.title).join('')}`
  const marks = Array.from(drawn, (character) => character.codePointAt(0) ?? 0)
  const own = theme.fonts ?? []
  const named = namedFamilies([theme.css, theme.handoutCss ?? ''].join('\n'), own)
  const { faces, missing } = await planFonts(new Set([...usedCharacters(sheets), ...marks]), { named, own })
  const css = [
    fontFaceCss(faces, ({ name }) => `/fonts/${name}`),
    theme.css,
    theme.handoutCss ?? '',
    handoutCss(page),
  ].join('\n')
  const html = htmlDocument(sheets, css, book.config.language, book.config.title)
  const answer = pageAnswer(html, faces, assets, (asset) =>
    printImage(asset, pageGeometry(page), { oneColour: book.config.colour === 'one' }),
  )
  return { answer, missing }
}
