/** Keys of book.yaml that say what the outputs look like. */
import * as v from 'valibot'
import { creep, describe, fallback, line, millimetres } from './values.ts'

const side = v.pipe(
  v.number(),
  v.minValue(50, 'millimetres from 50 to 1200'),
  v.maxValue(1200, 'millimetres from 50 to 1200'),
)

const pageSizes = ['a4', 'a5', 'b5', 'b6'] as const

export const page = v.strictObject({
  size: fallback(
    v.union(
      [v.picklist(pageSizes), v.tuple([side, side])],
      'a4, a5, b5, b6 or [width, height] in millimetres',
    ),
    'a5',
    'Trim size: `a4`, `a5`, `b5` or `b6` (b5 and b6 of JIS), or `[width, height]` in millimetres; the theme’s where absent.',
  ),
  margins: describe(
    v.optional(
      v.strictObject({
        top: describe(v.optional(millimetres), 'Above the text.'),
        bottom: describe(v.optional(millimetres), 'Below the text.'),
        inner: describe(v.optional(millimetres), 'At the spine (ノド).'),
        outer: describe(v.optional(millimetres), 'At the fore edge (小口).'),
      }),
      {},
    ),
    'Margins in millimetres; a missing one comes from the theme or the size.',
  ),
  multipleOf: fallback(
    v.pipe(
      v.number(),
      v.integer('a whole number from 1 to 64'),
      v.minValue(1, 'a whole number from 1 to 64'),
      v.maxValue(64, 'a whole number from 1 to 64'),
    ),
    1,
    'Blank pages are added at the end until the number of pages is a multiple of this.',
  ),
  openOn: fallback(
    v.picklist(['recto', 'any']),
    'recto',
    'Where a chapter may begin: on a right-hand page, or on any.',
  ),
  fontSize: describe(
    v.optional(
      v.pipe(v.number(), v.minValue(6, 'points from 6 to 18'), v.maxValue(18, 'points from 6 to 18')),
    ),
    'Size of the text in points, rounded to three quarters of one; that of the page size where absent.',
  ),
  lineHeight: describe(
    v.optional(
      v.pipe(v.number(), v.minValue(1.2, 'a ratio from 1.2 to 3'), v.maxValue(3, 'a ratio from 1.2 to 3')),
    ),
    'From one line to the next, in sizes of the text, e.g. `1.75`; that of the page size where absent.',
  ),
})

export const identifiers = v.strictObject({
  epub: describe(v.optional(line), 'Identifier of the ePub, e.g. `urn:isbn:…` or `urn:uuid:…`.'),
  pdf: describe(v.optional(line), 'Identifier of the printed book; the ePub’s page list names it.'),
})

export const pdf = v.strictObject({
  standard: fallback(
    v.picklist(['none', 'x-1a', 'x-3', 'x-4']),
    'none',
    'A standard for the press (PDF/X): `<name>-press.pdf` is written beside the PDF to read; needs Ghostscript.',
  ),
  outputIntent: fallback(
    line,
    'JC200103',
    'What a press file is meant to be printed by: a name of the registry at www.color.org, e.g. `JC200103` (Japan Color 2001 Coated) or `FOGRA51`, or the path of an ICC profile (`.icc`, `.icm`) in the book’s folder.',
  ),
  bleed: fallback(millimetres, 0, 'Bleed on each side, in millimetres.'),
  marks: fallback(v.boolean(), false, 'Whether crop marks are drawn.'),
  minimumResolution: fallback(
    v.pipe(
      v.number(),
      v.minValue(0, 'pixels per inch from 0'),
      v.maxValue(2400, 'pixels per inch up to 2400'),
    ),
    200,
    'Images with fewer pixels per inch in print are reported.',
  ),
})

export const epub = v.strictObject({
  conformance: fallback(
    v.picklist(['none', 'a', 'aa']),
    'none',
    'WCAG 2.2 level that EPUB Accessibility 1.1 conformance is claimed for; claim it only after an evaluation.',
  ),
  certifiedBy: describe(v.optional(line), 'Who evaluated the ePub’s accessibility.'),
  accessibilitySummary: describe(
    v.optional(line),
    'What readers should know about accessibility; written by itself where absent.',
  ),
  maximumImageSide: fallback(
    v.pipe(v.number(), v.integer('a whole number of pixels'), v.minValue(64, 'pixels from 64')),
    2400,
    'Larger images are scaled down to this many pixels on their longer side.',
  ),
})

export const handout = v.strictObject({
  layout: fallback(
    v.picklist(['1up', '2up', '4up', 'booklet', 'cornell']),
    '1up',
    'How pages stand on the sheet.',
  ),
  paper: fallback(v.picklist(['a4', 'letter', 'b5']), 'a4', 'Size of the sheet.'),
  creep: fallback(
    creep,
    0,
    'How far the innermost sheet of a booklet is moved towards the spine, in millimetres.',
  ),
})

export const glossary = v.strictObject({
  links: fallback(
    v.picklist(['first', 'every']),
    'first',
    'Which uses of a term are links: the first in each session, or every one.',
  ),
})

export const volumes = v.union(
  [
    v.picklist(['none', 'event']),
    v.strictObject({
      pages: v.pipe(v.number(), v.integer('a whole number of pages'), v.minValue(16, 'pages from 16')),
    }),
  ],
  'none, event or {pages: number}',
)
