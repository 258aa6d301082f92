import { createMessage } from '@notes/parser'
import subsetFont from 'subset-font'
import type { VFileMessage } from 'vfile-message'
import { readFontFile } from '../fonts/files.ts'
import { type FontFace, type OwnFamily, planFonts } from '../fonts/plan.ts'
import { namedFamilies } from '../theme/families.ts'
import type { Book } from '../model.ts'
import { type SourceNode, visitSources } from '../pdf/source-places.ts'
import { epubRule } from './rules.ts'

/** A font as it stands in the ePub: only the characters that the book uses, in WOFF, which every reader takes. */
interface PackagedFont {
  /** Below `OEBPS/`. */
  file: string
  bytes: Uint8Array
}

export interface PackagedFonts {
  fonts: PackagedFont[]
  /** The theme's CSS with the fonts declared and named. */
  css: string
  messages: VFileMessage[]
}

/** What lists and separators of the CSS draw. */
const always = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')

/** Cuts the theme's fonts down to the characters of a text and adds them to the CSS. */
export async function packageFonts(
  texts: readonly string[],
  css: string,
  book: Book,
  own: readonly OwnFamily[] = [],
): Promise<PackagedFonts> {
  const characters = new Set<number>(Array.from(always, (character) => character.codePointAt(0) ?? 0))
  for (const text of texts) for (const character of text) characters.add(character.codePointAt(0) ?? 0)
  const { faces, missing } = await planFonts(characters, { named: namedFamilies(css, own), own })
  const wanted = Array.from(characters, (codePoint) => String.fromCodePoint(codePoint)).join('')
  const fonts: PackagedFont[] = []
  const rules: string[] = []
  const names = new Map<string, string[]>()
  for (const face of faces) {
    const family = familyOf(face, names)
    const subset = await cutDown(face, wanted)
    const file = `fonts/font-${fonts.length + 1}.woff`
    fonts.push({ file, bytes: subset })
    rules.push(
      `@font-face { font-family: '${family}'; font-weight: ${face.weight}; font-style: normal; src: url('${file}') format('woff'); }`,
    )
  }
  return { fonts, css: [...rules, nameFamilies(css, names)].join('\n'), messages: report(missing, book) }
}

/**
 * The family that a file is declared as. A file that only adds characters has a family of its own, because some
 * readers know no `unicode-range` and would show nothing but the last file of a family.
 */
function familyOf({ family, file, characters }: FontFace, names: Map<string, string[]>): string {
  if (!characters) return family
  const parts = names.get(family) ?? []
  names.set(family, parts)
  const part = file.name.replace(/-\d+-normal\.woff2$/u, '')
  if (!parts.includes(part)) parts.push(part)
  const index = parts.indexOf(part)
  return `${family} ${index + 2}`
}

/** Names the families that add characters wherever the CSS names the one that they add to. */
function nameFamilies(css: string, names: Map<string, string[]>): string {
  let result = css
  for (const [family, parts] of names) {
    const all = [family, ...parts.map((_, index) => `${family} ${index + 2}`)].map((name) => `'${name}'`)
    const named = new RegExp(`(['"]?)\\b${family}\\b\\1`, 'gu')
    result = result.replaceAll(/\bfont(?:-family)?:[^;{}]*/gu, (declaration) =>
      declaration.replaceAll(named, all.join(', ')),
    )
  }
  return result
}

async function cutDown({ file, characters }: FontFace, wanted: string): Promise<Uint8Array> {
  const font = Buffer.from(await readFontFile(file))
  const text = characters ? String.fromCodePoint(...characters) : wanted
  return new Uint8Array(await subsetFont(font, text, { targetFormat: 'woff' }))
}

/** A diagnostic for each character, at its first place in the notes; what titles and labels draw has none. */
function report(missing: readonly number[], book: Book): VFileMessage[] {
  if (missing.length === 0) return []
  const places = firstPlaces(book, missing)
  return missing.map((codePoint) => {
    const { file, position } = places.get(codePoint) ?? {}
    const hex = codePoint.toString(16).toUpperCase().padStart(4, '0')
    const reason = `The fonts that are embedded in the ePub lack “${String.fromCodePoint(codePoint)}” (U+${hex}).`
    return createMessage(epubRule.glyphMissing, {
      reason,
      ...(position && { place: position }),
      ...(file !== undefined && { file }),
    })
  })
}

function firstPlaces(book: Book, characters: readonly number[]): Map<number, SourceNode> {
  const wanted = new Set(characters)
  const places = new Map<number, SourceNode>()
  visitSources(book, (source) => {
    if (wanted.size === 0 || !('value' in source.node)) return
    for (const character of source.node.value) {
      const codePoint = character.codePointAt(0) ?? 0
      if (wanted.delete(codePoint)) places.set(codePoint, source)
    }
  })
  return places
}
