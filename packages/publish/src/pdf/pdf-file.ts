/**
 * Reads and rewrites the files that Chromium prints: objects one after another, one plain table of references, no
 * object streams. A library that parses any PDF takes a hundred times as long on a book of a thousand pages.
 */
import { renumberStructureIds } from './structure-ids.ts'

/** A PDF as Chromium writes it. Text is Latin-1, one character a byte. */
export interface PdfFile {
  bytes: Buffer
  /** Start of each object, up to the start of the next. */
  objects: Map<number, { start: number; end: number }>
  root: number
  info: number
}

/** What an object is replaced by. */
export type Replacement = string | Buffer

/** Reads the table of objects; ids in `data` change. Throws where the file is not laid out as Chromium does it. */
export function readPdf(data: Uint8Array): PdfFile {
  const bytes = renumberStructureIds(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  const tail = bytes.subarray(-1024).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1])
  const header = /^xref\n0 (\d+)\n/.exec(bytes.subarray(table, table + 40).toString('latin1'))
  if (!header) throw new Error('The browser wrote a PDF without a plain table of objects')
  const count = Number(header[1])
  const starts: [number, number][] = []
  const first = table + header[0].length
  for (let number = 1; number < count; number++) {
    const entry = bytes.toString('latin1', first + number * 20, first + number * 20 + 20)
    if (entry[17] === 'n') starts.push([number, Number(entry.slice(0, 10))])
  }
  starts.sort((a, b) => a[1] - b[1])
  const objects: PdfFile['objects'] = new Map()
  for (const [at, [number, start]] of starts.entries()) {
    objects.set(number, { start, end: starts[at + 1]?.[1] ?? table })
  }
  const trailer = bytes.toString('latin1', first + count * 20)
  return { bytes, objects, root: reference(trailer, 'Root') ?? 0, info: reference(trailer, 'Info') ?? 0 }
}

/** The body of an object, without `N 0 obj` and `endobj`. Not for large streams. */
export function objectText(file: PdfFile, number: number): string {
  const place = file.objects.get(number)
  if (!place) return ''
  const text = file.bytes.toString('latin1', place.start, place.end)
  return text.slice(text.indexOf('obj') + 4, text.lastIndexOf('endobj')).trimEnd()
}

/** The number of the object that a key of a dictionary refers to. */
export function reference(dictionary: string, key: string): number | undefined {
  const match = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)
  return match ? Number(match[1]) : undefined
}

/** A stream object's dictionary and its bytes as they are stored. */
export function streamOf(file: PdfFile, number: number): { dictionary: string; data: Buffer } | undefined {
  const place = file.objects.get(number)
  if (!place) return
  const head = file.bytes.toString('latin1', place.start, Math.min(place.start + 4096, place.end))
  const at = head.indexOf('stream\n')
  const length = /\/Length (\d+)\b(?! 0 R)/.exec(head.slice(0, at))
  if (at < 0 || !length) return
  const start = place.start + at + 'stream\n'.length
  const dictionary = head.slice(head.indexOf('obj') + 4, at).trim()
  return { dictionary, data: file.bytes.subarray(start, start + Number(length[1])) }
}

/** Objects of the pages, in order. */
export function pageObjects(file: PdfFile): number[] {
  const pages: number[] = []
  const visit = (number: number): void => {
    const text = objectText(file, number)
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)
    if (!kids) pages.push(number)
    else for (const [, kid] of (kids[1] ?? '').matchAll(/(\d+) 0 R/g)) visit(Number(kid))
  }
  visit(reference(objectText(file, file.root), 'Pages') ?? 0)
  return pages
}

/** Where a named place of the document was printed. */
export interface Destination {
  /** Index of the page. */
  page: number
  /** Points above the lower edge of the page as Chromium made it. */
  top: number
}

/** Every named destination. */
export function destinations(file: PdfFile, pages: readonly number[]): Map<string, Destination> {
  const found = new Map<string, Destination>()
  const number = reference(objectText(file, file.root), 'Dests')
  if (number === undefined) return found
  const index = new Map(pages.map((page, at) => [page, at]))
  const pattern = /\/([^\s[\]<>/()]+) \[(\d+) 0 R \/XYZ [-\d.]+ ([-\d.]+) [-\d.]+\]/g
  for (const [, name = '', page, top] of objectText(file, number).matchAll(pattern)) {
    const decoded = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    found.set(decoded, { page: index.get(Number(page)) ?? -1, top: Number(top) })
  }
  return found
}

/** Writes the file anew with objects replaced, removed and added, `added` numbered from `nextObject`. */
export function writePdf(
  file: PdfFile,
  replaced: ReadonlyMap<number, Replacement>,
  added: readonly Replacement[],
  identifier: string,
  removed: ReadonlySet<number> = new Set(),
): Buffer {
  const next = nextObject(file)
  const starts: number[] = Array.from({ length: next + added.length }, () => -1)
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xD3\xEB\xE9\xE1\n', 'latin1')]
  let at = chunks[0]?.length ?? 0
  const push = (number: number, chunk: Buffer): void => {
    starts[number] = at
    chunks.push(chunk)
    at += chunk.length
  }
  for (const [number, { start, end }] of file.objects) {
    if (removed.has(number)) continue
    const replacement = replaced.get(number)
    push(number, replacement === undefined ? file.bytes.subarray(start, end) : wrap(number, replacement))
  }
  for (const [offset, body] of added.entries()) push(next + offset, wrap(next + offset, body))
  const lines = starts.map((start, number) =>
    number === 0 || start < 0 ? '0000000000 65535 f \n' : `${String(start).padStart(10, '0')} 00000 n \n`,
  )
  const trailer = `<</Size ${starts.length}\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n/ID [<${identifier}> <${identifier}>]>>`
  const end = `xref\n0 ${starts.length}\n${lines.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...chunks, Buffer.from(end, 'latin1')])
}

/** The first object number that is free. */
export function nextObject(file: PdfFile): number {
  let highest = 0
  for (const number of file.objects.keys()) highest = Math.max(highest, number)
  return highest + 1
}

/** A stream object. */
export function streamObject(dictionary: string, data: Buffer): Buffer {
  const inner = dictionary.replace(/^<<|>>$/g, '').trim()
  return Buffer.concat([
    Buffer.from(`<<${inner}\n/Length ${data.length}>> stream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** A text string: UTF-16 with a byte order mark, in hexadecimal digits. */
export function textString(text: string): string {
  let digits = 'FEFF'
  for (let at = 0; at < text.length; at++) digits += text.charCodeAt(at).toString(16).padStart(4, '0')
  return `<${digits.toUpperCase()}>`
}

function wrap(number: number, body: Replacement): Buffer {
  if (typeof body === 'string') return Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n`, 'latin1'),
    body,
    Buffer.from('\nendobj\n', 'latin1'),
  ])
}
