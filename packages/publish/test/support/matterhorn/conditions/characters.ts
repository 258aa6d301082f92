import type { PDFDict } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getName } from '../objects.ts'
import type { ShownText } from '../drawings.ts'

const maps = new WeakMap<PDFDict, Map<number, string>>()

/** What the codes of a font stand for, by its ToUnicode map; undefined where it has none. */
export function unicodeOf(file: CheckedFile, font: PDFDict): Map<number, string> | undefined {
  const stream = get(font, 'ToUnicode')
  if (!stream) return undefined
  const known = maps.get(font)
  if (known) return known
  const map = readMap(file.stream(stream))
  maps.set(font, map)
  return map
}

function readMap(source: string): Map<number, string> {
  const map = new Map<number, string>()
  const text = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')
  for (const block of source.matchAll(/beginbf(char|range)([^]*?)endbf\1/g)) {
    const [, kind, body = ''] = block
    if (kind === 'char') {
      for (const [, code = '', value = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g)) {
        map.set(Number.parseInt(code, 16), text(value))
      }
      continue
    }
    for (const [, from = '', to = '', value = '', values = ''] of body.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g,
    )) {
      const start = Number.parseInt(from, 16)
      const each = values.match(/\w+/g) ?? []
      for (let code = start; code <= Number.parseInt(to, 16); code++) {
        const digits = each[code - start]
        if (digits !== undefined) map.set(code, text(digits))
        else map.set(code, next(text(value), code - start))
      }
    }
  }
  return map
}

function next(text: string, by: number): string {
  const last = text.charCodeAt(text.length - 1)
  return text.slice(0, -1) + String.fromCharCode(last + by)
}

/** Shown codes that no map leads from to Unicode, font by font. */
export function unmapped(file: CheckedFile, texts: readonly ShownText[]): string[] {
  const failures = new Set<string>()
  for (const { font, codes } of texts) {
    if (!font) continue
    const map = unicodeOf(file, font)
    const name = getName(font, 'BaseFont') ?? 'font'
    for (const code of codes) if (!map?.has(code)) failures.add(`${name}, code ${code}`)
  }
  return [...failures]
}
