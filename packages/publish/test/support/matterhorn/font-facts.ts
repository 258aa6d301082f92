import { PDFArray, type PDFDict, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import type { CheckedFile } from './checked-file.ts'
import { asDictionary, get, getDictionary, getName, getNumber, list } from './objects.ts'
import { readSfnt, type Sfnt } from './sfnt.ts'

/** Fonts that text is shown with, each with the codes that it shows. */
export function shownFonts(file: CheckedFile): { font: PDFDict; codes: Set<number> }[] {
  const found = new Map<PDFDict, Set<number>>()
  for (const { font, codes, mode } of file.drawings.texts) {
    if (!font || mode === 3) continue
    const own = found.get(font) ?? new Set()
    for (const code of codes) own.add(code)
    found.set(font, own)
  }
  return Array.from(found, ([font, codes]) => ({ font, codes }))
}

/** Every font dictionary of a subtype. */
export function fontsOf(file: CheckedFile, ...subtypes: string[]): PDFDict[] {
  return file.dictionaries
    .map(({ dictionary }) => dictionary)
    .filter((own) => getName(own, 'Type') === 'Font' && subtypes.includes(getName(own, 'Subtype') ?? ''))
}

export function nameOf(font: PDFDict | undefined): string {
  return getName(font, 'BaseFont') ?? 'a font without a name'
}

/** The font below a composite one, else the font itself. */
export function descendant(font: PDFDict): PDFDict {
  const [below] = list(get(font, 'DescendantFonts'))
  return asDictionary(below && font.context.lookup(below)) ?? font
}

export function descriptor(font: PDFDict): PDFDict | undefined {
  return getDictionary(descendant(font), 'FontDescriptor')
}

/** The program that is embedded, under any of its keys. */
export function programOf(font: PDFDict): PDFStream | undefined {
  const own = descriptor(font)
  for (const key of ['FontFile', 'FontFile2', 'FontFile3']) {
    const stream = get(own, key)
    if (stream instanceof PDFStream) return stream
  }
  return undefined
}

const programs = new WeakMap<PDFStream, Sfnt>()

export function sfntOf(file: CheckedFile, font: PDFDict): Sfnt | undefined {
  const stream = programOf(font)
  if (!stream) return undefined
  const known = programs.get(stream)
  if (known) return known
  const sfnt = readSfnt(file.bytes(stream))
  if (sfnt) programs.set(stream, sfnt)
  return sfnt
}

/** The glyph of a code of a CID font of TrueType outlines. */
export function glyphOf(file: CheckedFile, font: PDFDict, code: number): number {
  const map = get(descendant(font), 'CIDToGIDMap')
  if (!(map instanceof PDFStream)) return code
  const bytes = Buffer.from(file.bytes(map))
  return code * 2 + 2 <= bytes.length ? bytes.readUInt16BE(code * 2) : 0
}

/** Widths that a CID font states, by CID. */
export function widthsOf(font: PDFDict): (cid: number) => number {
  const own = descendant(font)
  const widths = new Map<number, number>()
  const values = list(get(own, 'W')).map((value) => own.context.lookup(value))
  for (let at = 0; at < values.length;) {
    const first = numberOf(values[at])
    const second = values[at + 1]
    if (second instanceof PDFArray) {
      for (let index = 0; index < second.size(); index++)
        widths.set(first + index, numberOf(second.lookup(index)))
      at += 2
    } else {
      for (let cid = first; cid <= numberOf(second); cid++) widths.set(cid, numberOf(values[at + 2]))
      at += 3
    }
  }
  const usual = getNumber(own, 'DW') ?? 1000
  return (cid) => widths.get(cid) ?? usual
}

function numberOf(value: unknown): number {
  return value instanceof PDFNumber ? value.asNumber() : 0
}
