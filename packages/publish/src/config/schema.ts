/** The one schema of book.yaml: every key, its default, and what it means. Issues and docs take their words from here. */
import * as v from 'valibot'
import { epub, glossary, handout, identifiers, page, pdf, volumes } from './output-schema.ts'
import { date, describe, fallback, line, lines } from './values.ts'

const creator = v.strictObject({
  name: describe(line, 'The name as it is printed.'),
  role: fallback(
    line,
    'aut',
    'A MARC relator code: `aut` author, `edt` editor, `ill` illustrator, `trl` translator.',
  ),
  reading: describe(v.optional(line), 'The name in kana; sorts it and becomes the ePub’s `file-as`.'),
})

/** A person who made the book. */
export type Creator = v.InferOutput<typeof creator>

const eventEntry = v.strictObject({
  path: describe(line, 'A folder or a file of notes, relative to the book’s folder.'),
  include: describe(
    v.optional(v.array(line)),
    'Names of the session files to take, in this order; all where absent.',
  ),
  exclude: fallback(v.array(line), [], 'Names of the session files to leave out.'),
})

const colophon = v.strictObject({
  edition: describe(v.optional(line), 'The edition as printed, e.g. `初版第1刷`.'),
  history: fallback(
    v.array(v.strictObject({ date, text: line })),
    [],
    'Printings and editions, oldest first, e.g. `{date: 2019-04-01, text: 初版発行}`.',
  ),
  printer: describe(v.optional(line), 'Who printed it.'),
  isbn: describe(v.optional(line), 'ISBN as printed.'),
  url: describe(v.optional(line), 'The book’s page.'),
  contact: describe(v.optional(line), 'Where readers can write to.'),
  notes: fallback(lines, [], 'Sentences to print below the facts, e.g. about trademarks.'),
})

/** book.yaml. Lengths are millimetres; every key may be left out. */
export const bookSchema = v.strictObject({
  name: describe(
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/u, 'a file name of ASCII letters, digits, `-`, `_` and `.`'),
      ),
      'book',
    ),
    'Name of the files that are built, without an extension.',
  ),
  title: describe(
    v.optional(line),
    'The book’s title; that of its only event, or the folder’s name, where absent.',
  ),
  subtitle: describe(v.optional(line), 'The book’s subtitle.'),
  language: describe(
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'a language tag such as `ja` or `en-GB`'),
      ),
      'ja',
    ),
    'Main language of the book (BCP 47).',
  ),
  creators: fallback(v.array(creator), [], 'Who made the book, in the order of the title page.'),
  contributors: fallback(
    v.array(creator),
    [],
    'Who helped; the speakers are added to the ePub’s contributors by themselves.',
  ),
  publisher: describe(v.optional(line), 'Who publishes the book.'),
  date: describe(v.optional(date), 'Date of publication: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.'),
  description: describe(v.optional(line), 'What the book is about, in a few sentences.'),
  subjects: fallback(lines, [], 'Keywords.'),
  rights: describe(v.optional(line), 'Copyright or licence, in one line.'),
  series: describe(
    v.optional(
      v.strictObject({
        name: describe(line, 'Name of the series.'),
        volume: describe(
          v.optional(v.pipe(v.number(), v.minValue(0, 'a number from 0'))),
          'Number of this book in it.',
        ),
      }),
    ),
    'The series that the book belongs to.',
  ),
  identifiers: describe(
    v.optional(identifiers, {}),
    'Identifiers of the files; derived from the book where absent.',
  ),
  colophon: describe(v.optional(colophon, {}), 'Facts for the last page (奥付).'),
  theme: describe(
    v.optional(line, 'plain'),
    '`plain`, `serif`, `dense`, or `./` and the path of a folder with your own; see docs/themes.md.',
  ),
  page: describe(v.optional(page, {}), 'The printed page.'),
  writingMode: fallback(
    v.picklist(['horizontal', 'vertical']),
    'horizontal',
    'Direction of the lines in PDF and ePub; a book with vertical lines is bound on the right. Handouts are horizontal.',
  ),
  colour: fallback(v.picklist(['one', 'full']), 'full', '`one` prints everything in black and greys.'),
  fonts: fallback(
    v.picklist(['none', 'embed']),
    'none',
    'Whether the ePub carries the theme’s fonts, cut down to the characters used.',
  ),
  pdf: describe(v.optional(pdf, {}), 'The printed book’s file.'),
  epub: describe(v.optional(epub, {}), 'The ePub.'),
  handout: describe(v.optional(handout, {}), 'The handouts.'),
  volumes: fallback(
    volumes,
    'none',
    'How the book is cut into volumes (分冊), `<name>-1.pdf` and so on: one for each event, or the fewest of at most so many pages.',
  ),
  glossary: describe(v.optional(glossary, {}), 'Links to terms.'),
  cover: describe(v.optional(line), 'An image in the book’s folder; drawn from the title where absent.'),
  front: fallback(lines, [], 'Markdown files before the first event, e.g. a preface.'),
  back: fallback(lines, [], 'Markdown files after the last event, e.g. an afterword.'),
  events: describe(
    v.optional(v.array(eventEntry)),
    'Events in the order of the book; all of `events/` by file name where absent.',
  ),
  rules: fallback(
    v.record(v.string(), v.picklist(['error', 'warning', 'info', 'off'])),
    {},
    'Levels of diagnostics by rule id, e.g. `glossary/unused-term: off`.',
  ),
})

/** Which volume of a book a configuration is for. */
export interface VolumeFacts {
  /** From 1. */
  number: number
  count: number
  /** E.g. `第2巻`. */
  name: string
  /** The title of all volumes together; `title` has the volume's name behind it. */
  bookTitle: string
  /** The title of the only event in it. */
  subject?: string
}

/**
 * book.yaml as it is read: defaults filled in, mistakes left out. `title` is never absent; `volume` is set while one
 * of several volumes is made.
 */
export type BookConfig = v.InferOutput<typeof bookSchema> & { title: string; volume?: VolumeFacts }
