import { type Answer, type AnswerRequest } from '../browser/closed-page.ts'
import { fontFaceCss } from '../fonts/css.ts'
import { readFontFile } from '../fonts/files.ts'
import { type FontFace, planFonts } from '../fonts/plan.ts'
import { embedSvgFonts } from '../fonts/svg-text.ts'
import type { Chapter } from '../html/chapter.ts'
import { renderChapters } from '../html/render-chapters.ts'
import type { Assets, RenderInput } from '../model.ts'
import { composeSheets } from './compose.ts'
import { assetPath, htmlDocument } from './document.ts'
import { type Geometry, pageGeometry } from './geometry.ts'
import { geometryCss } from './page-css.ts'
import { collectPlaces, type Places } from './places.ts'
import type { Sheet } from './sheet.ts'
import { markCharacters, usedCharacters } from './used-characters.ts'

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

/** Composes the sheets of a book, chooses its fonts and writes its HTML. */
export async function prepareBook({ book, theme, assets }: RenderInput): Promise<PreparedBook> {
  const { config } = book
  const chapters = renderChapters(book, { assets })
  const sheets = composeSheets(book, chapters)
  const geometry = pageGeometry(config)
  const fonts = await planFonts([...usedCharacters(sheets), ...markCharacters])
  const faces = fontFaceCss(fonts.faces, ({ name }) => `/fonts/${name}`)
  const css = [faces, theme.css, theme.printCss, geometryCss(geometry)].join('\n')
  const html = htmlDocument(sheets, css, config.language, config.title)
  return {
    chapters,
    sheets,
    geometry,
    places: collectPlaces(sheets),
    html,
    missing: fonts.missing,
    answer: pageAnswer(html, fonts.faces, assets),
  }
}

/** Answers for a page of our own HTML: the document, its fonts, the images of the book. */
export function pageAnswer(html: string, faces: readonly FontFace[], assets: Assets): AnswerRequest {
  const fontFiles = new Map(faces.map(({ file }) => [`/fonts/${file.name}`, file]))
  return async (path) => {
    if (path === '/') return { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) }
    const font = fontFiles.get(path)
    if (font) return { contentType: 'font/woff2', body: await readFontFile(font) }
    return await assetAnswer(path, assets)
  }
}

async function assetAnswer(path: string, assets: Assets): Promise<Answer | undefined> {
  const prefix = assetPath('')
  const asset = path.startsWith(prefix) ? assets.get(path.slice(prefix.length)) : undefined
  if (!asset) return
  const isSvg = asset.mediaType === 'image/svg+xml'
  return { contentType: asset.mediaType, body: isSvg ? await embedSvgFonts(asset.bytes) : asset.bytes }
}
