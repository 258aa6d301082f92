import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import type { Asset, Book } from '../../src/model.ts'
import { objectText, pageObjects, readPdf, type Replacement, writePdf } from '../../src/pdf/pdf-file.ts'
import { findGhostscript } from '../../src/pdf/press/ghostscript.ts'
import { renderPress } from '../../src/pdf/press/render-press.ts'
import type { OutputIntent } from '../../src/pdf/press/standards.ts'
import type { RenderedPdf } from '../../src/pdf/render-pdf.ts'
import { pageInks, pagePictures, preflight, type Wanted } from '../support/preflight.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const ghostscript = await findGhostscript(process.env)
if (!ghostscript) process.stderr.write('No Ghostscript was found, so the file for the press is not tested.\n')

const small = { events: 1, sessions: 2, sections: 2, points: 4 }
const shown = '![図](events/01-meeting/a.png)\n\n```ts\nconst answer = 42 // なぜ\n```\n\n---\n'

async function press(book: Book, assets: Asset[] = []) {
  const printed = await printSample(book, assets)
  const { pdf, messages } = await pressOf(printed, book)
  return { printed, pdf: Buffer.from(pdf ?? []), messages: messages.map(String) }
}

function pressOf(printed: RenderedPdf, { config }: Book, intent: OutputIntent = { name: 'JC200103' }) {
  return renderPress({
    pdf: printed.pdf,
    labels: printed.pageMap.pages.map(({ label }) => label),
    now: new Date('2019-04-01T00:00:00Z'),
    standard: config.pdf.standard === 'none' ? 'x-3' : config.pdf.standard,
    intent,
    ghostscript,
  })
}

async function transparentImage(): Promise<Asset> {
  const background = { r: 200, g: 30, b: 30, alpha: 0.5 }
  const bytes = await sharp({ create: { width: 1200, height: 700, channels: 4, background } })
    .png()
    .toBuffer()
  return { path: 'events/01-meeting/a.png', mediaType: 'image/png', bytes, width: 1200, height: 700 }
}

function wanted(pages: number, extra: Partial<Wanted> = {}): Wanted {
  return {
    trim: [148, 210],
    bleed: 3,
    pages,
    multipleOf: 4,
    resolution: 200,
    oneColour: false,
    ghostscript: ghostscript?.program ?? '',
    ...extra,
  }
}

/** A profile of a press that comes with Ghostscript. */
const [profile] = globSync(
  '/usr/{,local/}share/{color/icc/ghostscript,ghostscript/*/iccprofiles}/ps_cmyk.icc',
)
if (ghostscript && !profile)
  process.stderr.write('No ICC profile was found, so a profile of one’s own is not tested.\n')

const inks = (pdf: Uint8Array): Promise<string[]> => pageInks(pdf, ghostscript?.program ?? '')
const pictures = (pdf: Uint8Array): Promise<Buffer[]> => pagePictures(pdf, ghostscript?.program ?? '')

/** How far two pictures are apart: 0 the same, 1 black and white. */
function difference(first: Buffer | undefined, second: Buffer | undefined): number {
  if (!first || !second || first.length !== second.length) return 1
  return first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / (255 * first.length)
}

describe.skipIf(!ghostscript)('the file for the press', () => {
  const bleeding = { bleed: 3, marks: true, standard: 'x-3' }

  it.each([
    ['a5', [148, 210], 'full'],
    ['b5', [182, 257], 'one'],
    [[120, 188], [120, 188], 'full'],
  ])('of a page of %j passes a preflight', async (size, trim, colour) => {
    const config = { page: { size, multipleOf: 4 }, pdf: bleeding, colour }
    const made = await press(sampleBook({ ...small, extra: shown, config }), [await transparentImage()])
    expect(made.messages).toEqual([])
    const expected = wanted(made.printed.pages, {
      trim: trim as [number, number],
      oneColour: colour === 'one',
    })
    expect(await preflight(made.pdf, expected)).toEqual([])
  })

  it('of vertical lines stands upright', async () => {
    const config = { writingMode: 'vertical', page: { multipleOf: 4 }, pdf: bleeding }
    const made = await press(sampleBook({ ...small, config }))
    expect(await preflight(made.pdf, wanted(made.printed.pages))).toEqual([])
  })

  it('looks on every page as the PDF to read does', async () => {
    const book = sampleBook({ ...small, config: { pdf: bleeding, colour: 'one' } })
    const made = await press(book)
    const [pressed, read] = [await pictures(made.pdf), await pictures(made.printed.pdf)]
    expect(pressed).toHaveLength(made.printed.pages)
    expect(difference(pressed[6], read[6])).toBeLessThan(0.005)
    expect(difference(pressed[6], read[8])).toBeGreaterThan(0.02)
    expect(Math.max(...pressed.map((picture, at) => difference(picture, read[at])))).toBeLessThan(0.005)
  })

  it('looks as the PDF to read does behind gradients, too', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><defs><linearGradient id="g">
<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
<rect width="300" height="90" fill="url(#g)"/></svg>`
    const path = 'events/01-meeting/a.svg'
    const asset = { path, mediaType: 'image/svg+xml', bytes: Buffer.from(svg), width: 300, height: 90 }
    const made = await press(sampleBook({ ...small, extra: `![図](${path})\n`, config: { pdf: bleeding } }), [
      asset,
    ])
    expect(made.messages).toEqual([])
    const [pressed, read] = [await pictures(made.pdf), await pictures(made.printed.pdf)]
    expect(Math.max(...pressed.map((picture, at) => difference(picture, read[at])))).toBeLessThan(0.01)
  })

  it.skipIf(!profile)('follows a profile of one’s own, which stands in the file', async () => {
    const extra = '![図](events/01-meeting/a.png)\n'
    const book = sampleBook({ ...small, extra, config: { page: { multipleOf: 4 }, pdf: bleeding } })
    const printed = await printSample(book, [await transparentImage()])
    const own = await pressOf(printed, book, { name: 'own.icc', profile: readFileSync(profile ?? '') })
    expect(own.messages).toEqual([])
    const bytes = Buffer.from(own.pdf ?? [])
    expect(await preflight(bytes, wanted(printed.pages))).toEqual([])
    expect(bytes.includes('/DestOutputProfile')).toBe(true)
    const usual = Buffer.from((await pressOf(printed, book)).pdf ?? [])
    expect(usual.includes('(JC200103)')).toBe(true)
    const [ours, theirs] = [await inks(bytes), await inks(usual)]
    expect(ours).toHaveLength(printed.pages)
    // The picture is printed with other inks, pages of text are not.
    expect(ours.filter((page, at) => page !== theirs[at])).toHaveLength(1)
  })

  it('is the same file every time', async () => {
    const book = sampleBook({ ...small, config: { pdf: bleeding } })
    const printed = await printSample(book)
    const [first, second] = [await pressOf(printed, book), await pressOf(printed, book)]
    const info = (pdf: Uint8Array) => openPdf(pdf).then((opened) => opened.getMetadata())
    const read = (await info(printed.pdf)).info as { Title: string }
    expect((await info(first.pdf ?? Buffer.from(''))).info).toMatchObject({
      Title: read.Title,
      CreationDate: "D:20190401000000+00'00'",
      PDFFormatVersion: '1.3',
    })
    expect(Buffer.from(first.pdf ?? []).equals(Buffer.from(second.pdf ?? []))).toBe(true)
    expect(first.pdf?.length).toBeGreaterThan(10_000)
  })

  it('names the page that a transparent drawing makes a picture of', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="60" height="60" fill="#c00" opacity=".5"/></svg>'
    const asset = {
      path: 'events/01-meeting/a.svg',
      mediaType: 'image/svg+xml',
      bytes: Buffer.from(svg),
      width: 90,
      height: 60,
    }
    const extra = '![図](events/01-meeting/a.svg)\n'
    const made = await press(
      sampleBook({ ...small, extra, config: { pdf: bleeding, page: { multipleOf: 4 } } }),
      [asset],
    )
    expect(made.messages).toEqual([expect.stringMatching(/Page \w+ is printed as a picture/)])
    expect(await preflight(made.pdf, wanted(made.printed.pages))).toEqual([])
  })
})

describe.skipIf(!ghostscript)('a preflight finds what is wrong with', () => {
  let good: Buffer
  let pages: number

  beforeAll(async () => {
    const config = { page: { multipleOf: 4 }, pdf: { bleed: 3, marks: true, standard: 'x-3' } }
    const made = await press(sampleBook({ ...small, extra: shown, config }), [await transparentImage()])
    good = made.pdf
    pages = made.printed.pages
  })

  /** The file with some objects changed. */
  function broken(change: (text: string, number: number) => Replacement | undefined, only?: 'pages'): Buffer {
    const file = readPdf(new Uint8Array(good))
    const replaced = new Map<number, Replacement>()
    for (const number of only ? pageObjects(file) : file.objects.keys()) {
      const changed = change(objectText(file, number), number)
      if (changed !== undefined) replaced.set(number, changed)
    }
    expect(replaced.size).toBeGreaterThan(0)
    const written = writePdf(file, replaced, [], '0'.repeat(32))
    written.set(Buffer.from('%PDF-1.3'))
    return written
  }

  const edit =
    (from: RegExp, to: string) =>
    (text: string): Replacement | undefined =>
      from.test(text) && !text.includes('stream\n') ? text.replace(from, to) : undefined
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['standard', () => broken(edit(/PDF\/X-3:2002/, 'PDF/X-3:2003'))],
    ['standard', () => broken(edit(/\/Trapped\s*\/False/, ''))],
    ['output intent', () => broken(edit(/\/OutputIntents/, '/OutputIntent'))],
    ['output intent', () => broken(edit(/\/RegistryName/, '/Registry'))],
    ['boxes', () => broken(edit(/\/TrimBox \[[\d.]+/, '/TrimBox [36.87'), 'pages')],
    ['boxes', () => broken(edit(/\/BleedBox \[[^\]]*\]/, ''), 'pages')],
    ['boxes', () => broken(edit(/\/Type\s*\/Page\b/, '/Type /Page /Rotate 90'), 'pages')],
    ['annotations', () => broken(edit(/\/Type\s*\/Page\b/, '/Type /Page /Annots [1 0 R]'), 'pages')],
    [
      'transparency',
      () => broken(edit(/\/Type\s*\/Page\b/, '/Type /Page /Group <</S /Transparency>>'), 'pages'),
    ],
    ['transparency', () => broken(edit(/\/Type\s*\/Page\b/, '/Type /Page /ExtGState <</ca .5>>'), 'pages')],
    ['fonts', () => broken(edit(/\/FontFile2 \d+ 0 R/, ''))],
    ['fonts', () => broken(edit(/\/Subtype\s*\/CIDFontType2/, '/Subtype /Type3'))],
    ['colour spaces', () => broken(edit(/\/Type\s*\/Page\b/, '/Type /Page /ColorSpace /DeviceRGB'), 'pages')],
  ])('its %s', async (name, breakFile) => {
    expect(await preflight(breakFile(good), wanted(pages))).toEqual([name])
  })

  it.each([
    ['black text', '0.7 0.6 0.5 0.95 k\n0 0 90 90 re f\n'],
    ['black text', '1 0 0 rg\n0 0 90 90 re f\n'],
  ])('its %s', async (name, drawing) => {
    expect(await preflight(withDrawing(drawing), wanted(pages))).toEqual([name])
  })

  it('its inks', async () => {
    const one = wanted(pages, { oneColour: true })
    expect(await preflight(withDrawing('1 0 0 0 k\n0 0 90 90 re f\n'), one)).toEqual(['inks'])
  })

  it('its page count', async () => {
    expect(await preflight(good, wanted(pages + 1))).toEqual(['page count'])
    expect(await preflight(good, wanted(pages, { multipleOf: 5 * pages }))).toEqual(['page count'])
  })

  it('its resolution', async () => {
    expect(await preflight(good, wanted(pages, { resolution: 900 }))).toEqual(['resolution'])
  })

  /** Every page shows the same drawing. */
  function withDrawing(drawing: string): Buffer {
    const file = readPdf(new Uint8Array(good))
    const number = Math.max(...file.objects.keys()) + 1
    const replaced = new Map<number, Replacement>()
    for (const page of pageObjects(file)) {
      replaced.set(page, objectText(file, page).replace(/\/Contents\s*\d+ 0 R/, `/Contents ${number} 0 R`))
    }
    const stream = `<</Length ${drawing.length}>> stream\n${drawing}endstream`
    const written = writePdf(file, replaced, [stream], '0'.repeat(32))
    written.set(Buffer.from('%PDF-1.3'))
    return written
  }
})
