import type { AnswerRequest } from '../browser/closed-page.ts'
import { fontFaceCss } from '../fonts/css.ts'
import { readFontFile } from '../fonts/files.ts'
import { type FontFace, planFonts } from '../fonts/plan.ts'
import type { Chapter } from '../html/chapter.ts'
import { renderChapters } from '../html/render-chapters.ts'
import type { Asset, Assets, RenderInput } from '../model.ts'
import type { Volume } from '../volumes/plan.ts'
import { composeSheets } from './compose.ts'
import { composeVolumes } from './compose-volumes.ts'
import { assetPath, htmlDocument } from './document.ts'
import { type Geometry, pageGeometry } from './geometry.ts'
import { geometryCss } from './page-css.ts'
import { collectPlaces, type Places } from './places.ts'
import { namedFamilies } from '../theme/families.ts'
import { takesNoTransparency } from './press/standards.ts'
import { printImage } from './print-image.ts'
import type { Sheet } from './sheet.ts'
import { markCharacters, usedCharacters, volumeCharacters } from './used-characters.ts'
import { verticalMarks } from './vertical.ts'

/** A book as one HTML document, before its pages are known. */
export interface PreparedBook {
  chapters: Chapter[]
  sheets: Sheet[]
  geometry: Geometry
  places: Places
  html: string
  /** Characters that no font holds. */
  missing: number[]
  /** What the page may load: the document, fonts and images. */
  answer: AnswerRequest
}

/** Composes the sheets of a book, or of all its volumes, chooses its fonts and writes its HTML. */
export async function prepareBook(
  { book, theme, assets }: RenderInput,
  volumes?: readonly Volume[],
): Promise<PreparedBook> {
  const { config } = book
  const rendered = renderChapters(book, { assets })
  const composed = volumes && composeVolumes(book, rendered, volumes)
  const { sheets, chapters } = composed ?? { sheets: composeSheets(book, rendered), chapters: rendered }
  const geometry = pageGeometry(config)
  const marks = volumes ? volumeCharacters(volumes, config.language) : []
  const own = theme.fonts ?? []
  const named = namedFamilies([theme.css, theme.printCss].join('\n'), own)
  if (geometry.vertical) marks.push(...verticalMarks)
  const fonts = await planFonts([...usedCharacters(sheets), ...markCharacters, ...marks], { named, own })
  const faces = fontFaceCss(fonts.faces, ({ name }) => `/fonts/${name}`)
  const verticalCss = geometry.vertical ? [theme.verticalPrintCss ?? ''] : []
  const css = [faces, theme.css, theme.printCss, geometryCss(geometry), ...verticalCss].join('\n')
  const html = htmlDocument(sheets, css, config.language, config.title)
  return {
    chapters,
    sheets,
    geometry,
    places: collectPlaces(sheets),
    html,
    missing: fonts.missing,
    answer: pageAnswer(html, fonts.faces, assets, (asset) =>
      printImage(asset, geometry, {
        oneColour: config.colour === 'one',
        opaque: takesNoTransparency(config.pdf.standard),
      }),
    ),
  }
}

/** Answers for a page of our own HTML: the document, its fonts, and the images of the book as `image` gives them. */
export function pageAnswer(
  html: string,
  faces: readonly FontFace[],
  assets: Assets,
  image: (asset: Asset) => Promise<Uint8Array>,
): AnswerRequest {
  const fontFiles = new Map(faces.map(({ file }) => [`/fonts/${file.name}`, file]))
  const prefix = assetPath('')
  return async (path) => {
    if (path === '/') return { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) }
    const font = fontFiles.get(path)
    if (font) return { contentType: 'font/woff2', body: await readFontFile(font) }
    const asset = path.startsWith(prefix) ? assets.get(path.slice(prefix.length)) : undefined
    return asset && { contentType: asset.mediaType, body: await image(asset) }
  }
}
