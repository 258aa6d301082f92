import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

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
export interface FontFile {
  /** E.g. `noto-serif-jp-japanese-400-normal.woff2`. */
  name: string
  package: string
}

/** The name of one file of a package: a slice's key in `unicode.json`, or the main file. */
export function fontFile(font: FontPackage, part: string, weight: Weight): FontFile {
  return { package: font.name, name: `${font.name}-${part}-${weight}-normal.woff2` }
}

/** Reads a font that is shipped with the packages. */
export async function readFontFile(file: FontFile): Promise<Uint8Array> {
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

const readers = new Map<string, Promise<(codePoint: number) => boolean>>()

/** Whether a file holds a glyph for a character. Each file is opened once. */
export function glyphTest(file: FontFile): Promise<(codePoint: number) => boolean> {
  const known = readers.get(file.name)
  if (known) return known
  const reader = readFontFile(file).then((bytes) => {
    const font = fontkit.create(Buffer.from(bytes)) as fontkit.Font
    return (codePoint: number) => font.hasGlyphForCodePoint(codePoint)
  })
  readers.set(file.name, reader)
  return reader
}

function parseRange(range: string): [number, number] {
  const [first = '', last = first] = range.replace(/^U\+/i, '').split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}
