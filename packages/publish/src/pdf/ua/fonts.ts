import { inflateSync } from 'node:zlib'
import { objectText, type PdfFile, reference, streamOf } from '../pdf-file.ts'
import type { FailedCondition } from './claim.ts'
import type { UsedGlyphs } from './used-glyphs.ts'

/** What the fonts of a file lack for its text to be read: `used` says which codes each of them shows. */
export function fontConditions(
  file: PdfFile,
  fonts: ReadonlyMap<string, number>,
  used: UsedGlyphs,
): FailedCondition[] {
  const failed: FailedCondition[] = []
  for (const [name, number] of fonts) {
    const font = objectText(file, number)
    const title = /\/BaseFont \/(\S+)/.exec(font)?.[1] ?? name
    const isComposite = font.includes('/Subtype /Type0')
    const fail = (id: string, reason: string): void => {
      failed.push({ id, reason: `the font ${title} ${reason}` })
    }
    if (isComposite) {
      const descendant = objectText(file, firstReference(font, 'DescendantFonts') ?? 0)
      const descriptor = objectText(file, reference(descendant, 'FontDescriptor') ?? 0)
      if (!/\/FontFile[23]? \d+ 0 R/.test(descriptor)) fail('31-009', 'is not embedded')
      const isType2 = descendant.includes('/Subtype /CIDFontType2')
      if (isType2 && !/\/CIDToGIDMap (?:\/Identity|\d+ 0 R)/.test(descendant)) {
        fail('31-005', 'does not say which glyphs its codes stand for')
      }
    } else if (!font.includes('/Subtype /Type3')) {
      fail('31-009', 'is of a kind that is not checked')
    }
    const map = streamOf(file, reference(font, 'ToUnicode') ?? 0)
    if (!map) {
      fail('31-027', 'does not say which characters its glyphs stand for')
      continue
    }
    const codes = unicodeMap(inflated(map))
    if ([...codes.values()].some((text) => /^\0|[\uFEFF\uFFFE]/.test(text))) {
      fail('31-028', 'has glyphs that stand for no character')
    }
    if (!isComposite) continue
    const shown = used.codes(name)
    if (shown.includes(0)) fail('31-030', 'shows an empty box for a character that it has not')
    const unknown = shown.filter((code) => code !== 0 && !codes.has(code))
    if (unknown.length > 0) fail('10-001', `shows ${unknown.length} glyphs that stand for no character`)
  }
  return failed
}

function firstReference(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key} \\[(\\d+) 0 R`).exec(dictionary)?.[1]
  return found === undefined ? undefined : Number(found)
}

function inflated({ dictionary, data }: { dictionary: string; data: Buffer }): string {
  return (dictionary.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
}

/** The codes of marks of emphasis (﹅ and ﹆, over a text), by the name of the font. */
export function emphasisMarks(file: PdfFile, fonts: ReadonlyMap<string, number>): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const [name, number] of fonts) {
    const map = streamOf(file, reference(objectText(file, number), 'ToUnicode') ?? 0)
    const codes = [...(map ? unicodeMap(inflated(map)) : [])].filter(([, text]) => /^[﹅﹆]$/.test(text))
    if (codes.length > 0) found.set(name, new Set(codes.map(([code]) => code)))
  }
  return found
}

/** What each code stands for, of a ToUnicode map. */
function unicodeMap(source: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, section = ''] of source.matchAll(/beginbfchar\s([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g)) {
      map.set(Number.parseInt(code, 16), utf16(text))
    }
  }
  for (const [, section = ''] of source.matchAll(/beginbfrange\s([^]*?)endbfrange/g)) {
    const ranges = section.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)
    for (const [, first = '', last = '', text = ''] of ranges) {
      const start = Number.parseInt(first, 16)
      const unit = Number.parseInt(text.slice(-4), 16)
      for (let code = start; code <= Number.parseInt(last, 16); code++) {
        map.set(code, utf16(text.slice(0, -4)) + String.fromCharCode(unit + code - start))
      }
    }
  }
  return map
}

function utf16(digits: string): string {
  return String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
}
