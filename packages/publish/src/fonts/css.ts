import type { FontFace } from './plan.ts'

/** `@font-face` rules; the later of two faces that hold a character wins, so slices stand after the main file. */
export function fontFaceCss(faces: readonly FontFace[], base: string): string {
  return faces
    .map(({ family, weight, file, characters }) => {
      const range = characters ? `unicode-range:${characters.map(unicodeNumber).join(',')};` : ''
      return `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;${range}src:url("${base}${file.name}") format("woff2")}`
    })
    .join('\n')
}

function unicodeNumber(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase()}`
}
