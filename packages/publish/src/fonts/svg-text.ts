import subsetFont from 'subset-font'
import { fontFaceRule } from './css.ts'
import { readFontFile } from './files.ts'
import { planFonts } from './plan.ts'

const FAMILY = 'Noto Sans JP'

/**
 * Gives an SVG image the fonts for its own text, cut down to the characters that it shows: an image sees neither
 * the fonts of the page around it nor, in print, those of the machine. Bytes without text come back as they are.
 */
export async function embedSvgFonts(bytes: Uint8Array): Promise<Uint8Array> {
  const source = Buffer.from(bytes).toString('utf8')
  const root = /<svg\b[^>]*>/.exec(source)
  if (!root || root[0].endsWith('/>') || !/<text\b/.test(source)) return bytes
  const text = decodeEntities(source.replaceAll(/<!--[^]*?-->|<[^>]*>/g, ''))
  const { faces } = await planFonts(new Set(Array.from(text, (each) => each.codePointAt(0) ?? 0)))
  const needsBold = /font-weight\s*[:=]\s*["']?\s*(?:bold|[6-9]00)/i.test(source)
  const rules: string[] = []
  for (const face of faces.filter(
    ({ family, weight }) => family === FAMILY && (weight === 400 || needsBold),
  )) {
    const wanted = face.characters ? String.fromCodePoint(...face.characters) : text
    const font = Buffer.from(await readFontFile(face.file))
    // Other forms of a character belong to no character in the file that is printed: it could not be read aloud.
    const subset = await subsetFont(font, wanted, { targetFormat: 'woff2', noLayoutClosure: true })
    rules.push(fontFaceRule(face, `data:font/woff2;base64,${subset.toString('base64')}`))
  }
  const style = `<style>${rules.join('\n')}\ntext,tspan{font-family:"${FAMILY}"!important}</style>`
  const at = root.index + root[0].length
  return Buffer.from(source.slice(0, at) + style + source.slice(at))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
    if (code <= 0x10_ff_ff) return String.fromCodePoint(code)
    return ENTITIES[String(name)] ?? whole
  })
}
