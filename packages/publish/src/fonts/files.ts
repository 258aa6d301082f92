import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

const require = createRequire(import.meta.url)

/** A package of fonts: one family, cut into files by characters. */
export interface FontPackage {
  /** Below `@fontsource`, e.g. `noto-serif-jp`. */
  name: string
  /** The file with the most used characters, if there is one; the numbered slices hold the rest. */
  main?: string
}

export type Weight = 400 | 700

/** One file of a font package. */
export interface ShippedFont {
  /** E.g. `noto-serif-jp-japanese-400-normal.woff2`. */
  name: string
  package: string
}

/** A font out of the book's folder. */
export interface OwnFont {
  /** Made of its content, so that two fonts of one name are never taken for each other. */
  name: string
  bytes: Uint8Array
}

export type FontFile = ShippedFont | OwnFont

/** The name of one file of a package: a slice's key in `unicode.json`, or the main file. */
export function fontFile(font: FontPackage, part: string, weight: Weight): ShippedFont {
  return { package: font.name, name: `${font.name}-${part}-${weight}-normal.woff2` }
}

/** Reads a font; one of the book's own has been read already. */
export async function readFontFile(file: FontFile): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes
  return await readFile(require.resolve(`@fontsource/${file.package}/files/${file.name}`))
}

/** Slices of a package with the characters that each is meant for; a font may lack some of them. */
export async function readSlices(font: FontPackage): Promise<Map<string, [number, number][]>> {
  const table = JSON.parse(await readFile(require.resolve(`@fontsource/${font.name}/unicode.json`), 'utf8'))
  const slices = new Map<string, [number, number][]>()
  for (const [key, ranges] of Object.entries(table as Record<string, string>)) {
    slices.set(key.replace(/^\[(\d+)\]$/, '$1'), ranges.split(',').map(parseRange))
  }
  return slices
}

type GlyphTest = Promise<(codePoint: number) => boolean>
const readers = new Map<string, GlyphTest>()

/**
 * Whether a file holds a glyph for a character. Each file is opened once, in its twin of WOFF 1.0: there the table of
 * characters is unpacked alone, while WOFF 2.0 has to be unpacked whole.
 */
export function glyphTest(file: FontFile): GlyphTest {
  const known = readers.get(file.name)
  if (known) return known
  const twin = { ...file, name: file.name.replace(/2$/, '') }
  const reader = readFontFile(twin).then(async (bytes) => {
    // Not every book's build looks into fonts, and loading this takes a tenth of a second.
    const { create } = await import('fontkit')
    const font = create(Buffer.from(bytes)) as Font
    return (codePoint: number) => font.hasGlyphForCodePoint(codePoint)
  })
  readers.set(file.name, reader)
  return reader
}

function parseRange(range: string): [number, number] {
  const [first = '', last = first] = range.replace(/^U\+/i, '').split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}
