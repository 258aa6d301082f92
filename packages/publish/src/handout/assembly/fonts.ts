import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import { keepGlyphs } from './glyphs.ts'
import type { Printed, Replaced } from './printed.ts'
import { dictionaryEntries, dictionaryText, referenceIn } from './syntax.ts'

const compress = promisify(deflate)

/** Cuts the fonts of a file down to what some of its objects draw. */
export class FontCutter {
  readonly #printed: Printed
  readonly #drawn = new Map<number, ReadonlyMap<number, ReadonlySet<number>>>()
  readonly #fonts = new Map<number, Buffer>()

  constructor(printed: Printed) {
    this.#printed = printed
  }

  /** The font files that the objects need, with the glyphs that they draw alone. */
  async cut(objects: Iterable<number>): Promise<Replaced> {
    const used = new Map<number, Set<number>>()
    for (const number of objects) {
      for (const [font, glyphs] of this.#glyphsOf(number)) {
        const file = this.#fileOf(font)
        if (file === undefined) continue
        const all = used.get(file) ?? new Set()
        for (const glyph of glyphs) all.add(glyph)
        used.set(file, all)
      }
    }
    const replaced = new Map<number, { dictionary: string; data: Uint8Array }>()
    await Promise.all(
      [...used].map(async ([file, glyphs]) => {
        const font = keepGlyphs(this.#fontOf(file), glyphs)
        if (!font) return
        const data = await compress(font, { level: 6 })
        const entries = dictionaryEntries(this.#printed.text(file))
        entries.set('Length1', String(font.length)).set('Length', String(data.length))
        replaced.set(file, { dictionary: dictionaryText(entries), data })
      }),
    )
    return replaced
  }

  /** Glyphs that a page or drawing shows, by font. */
  #glyphsOf(number: number): ReadonlyMap<number, ReadonlySet<number>> {
    const known = this.#drawn.get(number)
    if (known) return known
    const { text, stream } = this.#printed
    const entries = dictionaryEntries(text(number))
    const resources = dictionaryEntries(entries.get('Resources') ?? '')
    const fonts = dictionaryEntries(resources.get('Font') ?? '')
    const found = new Map<number, Set<number>>()
    if (fonts.size > 0) {
      const source = referenceIn(entries.get('Contents')) ?? number
      const data = stream(source)
      if (data) readGlyphs(unpacked(text(source), data).toString('latin1'), fonts, found)
    }
    this.#drawn.set(number, found)
    return found
  }

  /** The object of a font's file. */
  #fileOf(font: number): number | undefined {
    const { text } = this.#printed
    const descendant = referenceIn(dictionaryEntries(text(font)).get('DescendantFonts'))
    if (descendant === undefined) return
    const descriptor = referenceIn(dictionaryEntries(text(descendant)).get('FontDescriptor'))
    if (descriptor === undefined) return
    return referenceIn(dictionaryEntries(text(descriptor)).get('FontFile2'))
  }

  #fontOf(file: number): Buffer {
    const known = this.#fonts.get(file)
    if (known) return known
    const font = unpacked(this.#printed.text(file), this.#printed.stream(file) ?? Buffer.alloc(0))
    this.#fonts.set(file, font)
    return font
  }
}

function unpacked(dictionary: string, data: Buffer): Buffer {
  return /\/Filter \/FlateDecode/.test(dictionary) ? inflateSync(data) : data
}

/** Chromium names glyphs by their numbers, two bytes each; a string that is no text keeps a glyph too many. */
const SHOWN = /\/(\S+) [\d.]+ Tf|<([\dA-F]+)>/g

function readGlyphs(
  drawing: string,
  fonts: ReadonlyMap<string, string>,
  found: Map<number, Set<number>>,
): void {
  let glyphs: Set<number> | undefined
  for (const [, name, digits] of drawing.matchAll(SHOWN)) {
    if (name !== undefined) {
      const font = referenceIn(fonts.get(name))
      glyphs = font === undefined ? undefined : (found.get(font) ?? new Set())
      if (font !== undefined && glyphs) found.set(font, glyphs)
      continue
    }
    for (let at = 0; at + 3 < (digits ?? '').length; at += 4) {
      glyphs?.add(Number.parseInt((digits ?? '').slice(at, at + 4), 16))
    }
  }
}
