import type { FontFile } from './files.ts'
import type { FontFace } from './plan.ts'

/** The em box as the height of every font: with the fonts' own, generous heights ruby would push lines apart. */
const METRICS = 'ascent-override:88%;descent-override:12%;line-gap-override:0%'

/** `@font-face` rules; the later of two faces that hold a character wins, so slices stand after the main file. */
export function fontFaceCss(faces: readonly FontFace[], address: (file: FontFile) => string): string {
  return faces.map((face) => fontFaceRule(face, address(face.file))).join('\n')
}

/** One `@font-face` rule with the font at an address. */
export function fontFaceRule({ family, weight, characters }: FontFace, address: string): string {
  const range = characters ? `;unicode-range:${characters.map(unicodeNumber).join(',')}` : ''
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;${METRICS}${range};src:url("${address}")}`
}

function unicodeNumber(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase()}`
}
