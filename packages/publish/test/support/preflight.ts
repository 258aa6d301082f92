/** What a printer's preflight looks at, over the objects of a PDF and by Ghostscript's own measure of its inks. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import {
  objectText,
  pageObjects,
  type PdfFile,
  readPdf,
  reference,
  streamOf,
} from '../../src/pdf/pdf-file.ts'

export interface Wanted {
  /** Trim size and bleed in millimetres. */
  trim: [number, number]
  bleed: number
  /** Pages of the PDF to read, and what their number is a multiple of. */
  pages: number
  multipleOf: number
  /** Pixels per inch. */
  resolution: number
  /** Whether black is the only ink. */
  oneColour: boolean
  /** The program that measures inks. */
  ghostscript: string
}

const MM = 72 / 25.4

/** Names of the conditions that a file for the press does not meet. */
export async function preflight(bytes: Uint8Array, wanted: Wanted): Promise<string[]> {
  const file = readPdf(new Uint8Array(bytes))
  const checks: [string, boolean | Promise<boolean>][] = [
    ['standard', followsStandard(file, bytes)],
    ['output intent', hasOutputIntent(file)],
    ['boxes', pageObjects(file).every((page) => hasBoxes(objectText(file, page), wanted))],
    ['page count', countsPages(file, wanted)],
    ['annotations', !/\/(?:Annots|AA|OpenAction|JavaScript)\b/.test(dictionaries(file).join('\n'))],
    ['transparency', dictionaries(file).every(isOpaque)],
    ['fonts', dictionaries(file).every(isEmbedded)],
    [
      'colour spaces',
      dictionaries(file).every((text) => !/\/(?:DeviceRGB|CalRGB|Lab|ICCBased)\b/.test(text)),
    ],
    ['black text', drawings(file).every(hasPureBlack)],
    ['resolution', pageObjects(file).every((page) => lowestResolution(file, page) >= wanted.resolution)],
    ['inks', hasInks(bytes, wanted)],
  ]
  const failed: string[] = []
  for (const [name, result] of checks) if (!(await result)) failed.push(name)
  return failed
}

/** Every object without the bytes of its stream. */
function dictionaries(file: PdfFile): string[] {
  return [...file.objects.keys()].map(
    (number) => streamOf(file, number)?.dictionary ?? objectText(file, number),
  )
}

function followsStandard(file: PdfFile, bytes: Uint8Array): boolean {
  const info = objectText(file, file.info)
  const tail = Buffer.from(bytes).subarray(-400).toString('latin1')
  return (
    /\/GTS_PDFXVersion\s*\(PDF\/X-3:2002\)/.test(info) &&
    ['Title', 'CreationDate', 'ModDate', 'Producer'].every((key) => info.includes(`/${key}`)) &&
    /\/Trapped\s*\/(?:True|False)/.test(info) &&
    Buffer.from(bytes.subarray(0, 8)).toString() === '%PDF-1.3' &&
    /\/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]/.test(tail) &&
    !tail.includes('/Encrypt')
  )
}

function hasOutputIntent(file: PdfFile): boolean {
  const listed = /\/OutputIntents\s*\[\s*(\d+) 0 R\s*\]/.exec(objectText(file, file.root))
  const intent = listed ? objectText(file, Number(listed[1])) : ''
  return (
    /\/S\s*\/GTS_PDFX\b/.test(intent) &&
    intent.includes('/OutputConditionIdentifier') &&
    /\/RegistryName\s*\(http:\/\/www\.color\.org\)|\/DestOutputProfile\s+\d+ 0 R/.test(intent)
  )
}

function hasBoxes(page: string, { trim, bleed }: Wanted): boolean {
  const box = (name: string): number[] => {
    const found = new RegExp(`/${name}\\s*\\[([^\\]]*)\\]`).exec(page)?.[1] ?? ''
    return found.trim().split(/\s+/).map(Number)
  }
  const [media, bleedBox, trimBox] = ['MediaBox', 'BleedBox', 'TrimBox'].map(box) as [
    number[],
    number[],
    number[],
  ]
  const size = ([left = 0, lower = 0, right = 0, upper = 0]: number[]): number[] => [
    right - left,
    upper - lower,
  ]
  const isSize = (found: number[], millimetres: number[]): boolean =>
    found.every((value, at) => Math.abs(value - (millimetres[at] ?? 0) * MM) <= 0.01)
  const isInside = (
    [left = 0, lower = 0, right = 0, upper = 0]: number[],
    [l = 0, d = 0, r = 0, u = 0]: number[],
  ) => left >= l - 0.01 && lower >= d - 0.01 && right <= r + 0.01 && upper <= u + 0.01
  const isEven = Math.abs((trimBox[0] ?? 0) - (bleedBox[0] ?? 0) - bleed * MM) <= 0.01
  return (
    isSize(size(trimBox), trim) &&
    isSize(
      size(bleedBox),
      trim.map((side) => side + 2 * bleed),
    ) &&
    isInside(trimBox, bleedBox) &&
    isInside(bleedBox, media) &&
    isEven &&
    !/\/ArtBox|\/Rotate (?!0\b)/.test(page)
  )
}

function countsPages(file: PdfFile, { pages, multipleOf }: Wanted): boolean {
  const count = pageObjects(file).length
  return count === pages && count % multipleOf === 0
}

function isOpaque(text: string): boolean {
  const alphas = [...text.matchAll(/\/(?:ca|CA) ([\d.]+)/g)].every(([, alpha]) => Number(alpha) === 1)
  const mode = /\/BM\s*\/(\w+)/.exec(text)?.[1] ?? 'Normal'
  return alphas && mode === 'Normal' && !/\/SMask (?!\/None)/.test(text) && !/\/S\s*\/Transparency/.test(text)
}

function isEmbedded(text: string): boolean {
  if (/\/Subtype\s*\/Type3\b/.test(text)) return false
  return !/\/Type\s*\/FontDescriptor\b/.test(text) || /\/FontFile[23]? \d+ 0 R/.test(text)
}

/** The drawing of every page and of every drawing inside of one. */
function drawings(file: PdfFile): string[] {
  const pages = pageObjects(file).flatMap((page) => contentsOf(objectText(file, page)))
  const forms = [...file.objects.keys()].filter((number) =>
    /\/Subtype\s*\/Form\b/.test(streamOf(file, number)?.dictionary ?? ''),
  )
  return [...pages, ...forms].map((number) => drawingOf(file, number))
}

function contentsOf(page: string): number[] {
  const found = /\/Contents\s*(?:\[([^\]]*)\]|(\d+ 0 R))/.exec(page)
  return [...(found?.[1] ?? found?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

function drawingOf(file: PdfFile, number: number): string {
  const text = objectText(file, number)
  const place = file.objects.get(number)
  if (!place) return ''
  const start = place.start + file.bytes.toString('latin1', place.start, place.end).search(/stream\r?\n/)
  const data = file.bytes.subarray(file.bytes.indexOf('\n', start) + 1, place.end)
  return (text.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
}

/** No colours of a screen; and black text and lines have no other ink below them. */
function hasPureBlack(drawing: string): boolean {
  if (/(?<=\s)(?:rg|RG)(?=\s)/.test(drawing)) return false
  const inks = drawing.matchAll(/(?<!\S)([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK](?!\S)/g)
  return [...inks].every(([, cyan, magenta, yellow, black]) => {
    return Number(black) < 0.9 || [cyan, magenta, yellow].every((ink) => Number(ink) === 0)
  })
}

/** The least pixels per inch of a page's images; follows the drawing's transformations. */
function lowestResolution(file: PdfFile, page: number): number {
  const text = objectText(file, page)
  const named = reference(text, 'XObject')
  const names = named === undefined ? text : objectText(file, named)
  let lowest = Number.POSITIVE_INFINITY
  let scale = [1, 0, 0, 1]
  const saved: number[][] = []
  for (const drawing of contentsOf(text).map((number) => drawingOf(file, number))) {
    const pattern = /(?<!\S)(?:(q)|(Q)|((?:[-\d.]+ ){6})cm|\/(\S+) Do)(?!\S)/g
    for (const [, save, restore, matrix, name] of drawing.matchAll(pattern)) {
      if (save) saved.push(scale)
      if (restore) scale = saved.pop() ?? scale
      if (matrix) scale = multiply(matrix.trim().split(' ').map(Number), scale)
      const object = name && new RegExp(`/${name}\\s(\\d+) 0 R`).exec(names)?.[1]
      const image = object
        ? (streamOf(file, Number(object))?.dictionary ?? objectText(file, Number(object)))
        : ''
      const width = /\/Subtype\s*\/Image\b/.test(image) ? Number(/\/Width (\d+)/.exec(image)?.[1]) : 0
      if (width > 0) lowest = Math.min(lowest, width / (Math.hypot(scale[0] ?? 0, scale[1] ?? 0) / 72))
    }
  }
  return lowest
}

function multiply([a = 0, b = 0, c = 0, d = 0]: number[], [e = 0, f = 0, g = 0, h = 0]: number[]): number[] {
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h]
}

/** Measured by Ghostscript: in one colour there is black alone. */
async function hasInks(bytes: Uint8Array, { oneColour, ghostscript }: Wanted): Promise<boolean> {
  const pages = await pageInks(bytes, ghostscript)
  const isBlack = pages.every((inks) => inks.startsWith('0.00000 0.00000 0.00000 '))
  return pages.length > 0 && (isBlack || !oneColour)
}

/** How much of each page has cyan, magenta, yellow and black on it. */
export async function pageInks(bytes: Uint8Array, ghostscript: string): Promise<string[]> {
  const said = (await ghostscriptPages(bytes, ghostscript, ['-r40', '-sDEVICE=ink_cov'])).toString()
  const pages = said.matchAll(/([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+) CMYK OK/g)
  return Array.from(pages, ([, ...inks]) => inks.map((ink) => Number(ink).toFixed(5)).join(' '))
}

/** A picture of each page, one byte of grey a pixel, 20 pixels per inch. */
export async function pagePictures(bytes: Uint8Array, ghostscript: string): Promise<Buffer[]> {
  const switches = ['-r20', '-sDEVICE=pgmraw', '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4']
  const said = await ghostscriptPages(bytes, ghostscript, switches)
  const pictures: Buffer[] = []
  for (let at = 0; at < said.length;) {
    const head = /^P5\n(?:#[^\n]*\n)*(\d+) (\d+)\n255\n/.exec(said.toString('latin1', at, at + 200))
    if (!head) break
    const start = at + head[0].length
    at = start + Number(head[1]) * Number(head[2])
    pictures.push(said.subarray(start, at))
  }
  return pictures
}

async function ghostscriptPages(
  bytes: Uint8Array,
  program: string,
  switches: readonly string[],
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'preflight-'))
  try {
    await writeFile(join(folder, 'press.pdf'), bytes)
    const all = ['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sOutputFile=-', ...switches, 'press.pdf']
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: 200_000_000 } as const
    return (await promisify(execFile)(program, all, options)).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
