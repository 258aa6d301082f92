import * as fontkit from 'fontkit'
import sharp from 'sharp'
import type { BookConfig } from '../config/schema.ts'
import { type FontFile, readFontFile } from '../fonts/files.ts'
import { type OwnFamily, planFonts, shippedFamilies } from '../fonts/plan.ts'
import type { Theme } from '../model.ts'
import { firstFamily } from '../theme/families.ts'
import { rootProperties } from '../theme/properties.ts'
import { lineBreaks } from './line-breaks.ts'

/** What a cover says and how it looks; it can be sent to another thread. */
export interface CoverDesign {
  config: Pick<BookConfig, 'title' | 'subtitle' | 'series' | 'creators' | 'publisher'>
  theme: Pick<Theme, 'css' | 'epubCss' | 'fonts'>
}

/** Pixels of a cover: three to four by stores’ measure. */
const width = 1200
const height = 1600
const margin = 120
const measure = width - 2 * margin

/** A line of the cover, from its top to the next. */
interface Line {
  text: string
  size: number
  bold: boolean
}

type Weight = 400 | 700

/**
 * Draws the cover from the book's data, without a browser and without fonts of the machine: the outlines of the
 * glyphs of the theme's fonts become shapes.
 */
export async function drawCover({ config, theme }: CoverDesign): Promise<Uint8Array<ArrayBuffer>> {
  const properties = rootProperties([theme.css, theme.epubCss].join('\n'))
  const colour = (name: string, usual: string): string => {
    const value = properties.get(`--cover-${name}`) ?? usual
    return /^#[\da-f]{6}$/iu.test(value) ? value : usual
  }
  const [paper, ink, accent] = [
    colour('paper', '#f7f4ec'),
    colour('ink', '#1a1a1a'),
    colour('accent', '#22384d'),
  ]
  const { title, subtitle, series, creators, publisher } = config
  const names = creators.map(({ name }) => name)
  const volume = series && `${series.name}${series.volume === undefined ? '' : ` ${series.volume}`}`
  const typesetter = await Typesetter.create(
    [title, subtitle, volume, publisher, ...names].join(''),
    firstFamily(properties.get('--font-title') ?? ''),
    theme.fonts ?? [],
  )
  const titleSize = [...title].length <= 12 ? 120 : [...title].length <= 40 ? 88 : 64
  const head = typesetter.break([{ text: title, size: titleSize, bold: true }], 6)
  const below = subtitle === undefined ? [] : typesetter.break([{ text: subtitle, size: 44, bold: false }], 4)
  const foot = typesetter.break(
    names.slice(0, 6).map((text) => ({ text, size: 48, bold: false })),
    6,
  )
  let y = 420
  const shapes: string[] = []
  const put = (lines: Line[]) => {
    for (const line of lines) {
      y += line.size * 1.35
      shapes.push(typesetter.draw(line, margin, y))
    }
  }
  if (volume !== undefined)
    shapes.push(typesetter.draw({ text: clip(volume, 26), size: 36, bold: false }, margin, 190))
  put(head)
  y += 30
  put(below)
  y = Math.max(y + 60, height - 260 - foot.length * 65)
  put(foot)
  if (publisher !== undefined) {
    shapes.push(typesetter.draw({ text: clip(publisher, 26), size: 36, bold: false }, margin, height - 110))
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${paper}"/>
<rect width="36" height="100%" fill="${accent}"/>
<path d="M${margin} 250H${width - margin}M${margin} ${height - 200}H${width - margin}" stroke="${accent}" stroke-width="4"/>
<g fill="${ink}">${shapes.join('\n')}</g>
</svg>`
  const png = sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, colours: 32, dither: 0 })
  return new Uint8Array(await png.toBuffer())
}

function clip(text: string, characters: number): string {
  const all = [...text]
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`
}

/** Sets lines in one family, glyph by glyph. */
class Typesetter {
  readonly #fonts: Map<Weight, fontkit.Font[]>

  private constructor(fonts: Map<Weight, fontkit.Font[]>) {
    this.#fonts = fonts
  }

  static async create(text: string, wanted: string, own: readonly OwnFamily[]): Promise<Typesetter> {
    const there = [...shippedFamilies, ...own.map(({ family }) => family)]
    const family = there.find((each) => each === wanted) ?? 'Noto Sans JP'
    const characters = new Set([...text, '…'].map((character) => character.codePointAt(0) ?? 0))
    const { faces } = await planFonts(characters, { named: new Set([family]), own })
    const fonts = new Map<Weight, fontkit.Font[]>()
    for (const weight of [400, 700] as const) {
      const files = faces.filter((face) => face.weight === weight)
      fonts.set(weight, await Promise.all(files.map(({ file }) => openFont(file))))
    }
    return new Typesetter(fonts)
  }

  /** Breaks texts into lines of the measure; what is more than `most` lines is cut off with an ellipsis. */
  break(texts: Line[], most: number): Line[] {
    const lines = texts.flatMap(({ text, size, bold }) =>
      lineBreaks(text, (part) => this.#advance(part, size, bold) <= measure).map((part) => ({
        text: part,
        size,
        bold,
      })),
    )
    const kept = lines.slice(0, most)
    const last = kept.at(-1)
    if (last && lines.length > most) last.text = `${[...last.text].slice(0, -1).join('')}…`
    return kept
  }

  draw({ text, size, bold }: Line, x: number, y: number): string {
    let at = x
    const shapes: string[] = []
    for (const { path, advance } of this.#glyphs(text, bold)) {
      if (path !== '') {
        const place = `translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${(size / 1000).toFixed(4)} ${(-size / 1000).toFixed(4)})`
        shapes.push(`<path transform="${place}" d="${path}"/>`)
      }
      at += advance * size
    }
    return shapes.join('')
  }

  #advance(text: string, size: number, bold: boolean): number {
    return this.#glyphs(text, bold).reduce((sum, { advance }) => sum + advance * size, 0)
  }

  /** Outlines in thousandths of an em, advances in ems. A character that no font holds leaves a gap. */
  #glyphs(text: string, bold: boolean): { path: string; advance: number }[] {
    const fonts = this.#fonts.get(bold ? 700 : 400) ?? []
    return [...text].map((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      const font = fonts.find((each) => each.hasGlyphForCodePoint(codePoint))
      if (!font) return { path: '', advance: /\s/u.test(character) ? 0.3 : 1 }
      const glyph = font.glyphForCodePoint(codePoint)
      const scale = 1000 / font.unitsPerEm
      return { path: glyph.path.scale(scale).toSVG(), advance: glyph.advanceWidth / font.unitsPerEm }
    })
  }
}

const opened = new Map<string, Promise<fontkit.Font>>()

/** Opens a shipped font, each file once: unpacking one takes a good part of a second. */
function openFont(file: FontFile): Promise<fontkit.Font> {
  const known = opened.get(file.name)
  if (known) return known
  const font = readFontFile(file).then((bytes) => fontkit.create(Buffer.from(bytes)) as fontkit.Font)
  opened.set(file.name, font)
  return font
}
