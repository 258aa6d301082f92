/** `docs/themes.md`: themes, out of theme.yaml's schema and the properties of the plain theme. */
import { readFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { themeSchema } from '../src/theme/manifest.ts'
import { rootProperties } from '../src/theme/properties.ts'
import { givenProperties, themeProperties } from '../src/theme/property-names.ts'
import { rows } from './book-reference.ts'
import type { JsonSchema } from './book-schema.ts'

const head = `# Themes

<!-- Written by \`pnpm --filter @notes/publish run docs\`; do not edit. -->

A theme is what a book looks like: fonts, colours, sizes, headings, and the page that a book has which names none.
\`theme:\` in book.yaml names it.

\`\`\`yaml
theme: serif
\`\`\`

The same pages of the same notes in each; the pictures are made by \`node packages/publish/scripts/theme-pictures.ts\`.

**plain**, the theme of a book that names none: gothic throughout, for notes with much English and code. A5.

![A cover, a chapter's opening, a page with code, the glossary and the index in plain](images/theme-plain.png)

**serif**, a book to read: mincho text and titles, chapters opened in the middle of the page, more room between the lines. B5.

![The same pages in serif](images/theme-serif.png)

**dense**, for little paper: small type, sections as bars, contents in two columns, chapters on any page; handouts two pages to
a sheet. A5. The book of \`content/\` takes three fifths of the pages that it has in plain.

![The same pages in dense](images/theme-dense.png)

## A theme of your own

A theme is a folder in the book's folder, \`theme: ./my-theme\`. Every file may be absent; it builds on one of ours.

\`\`\`
my-theme/theme.yaml            which theme it builds on, page, fonts
my-theme/theme.css             rules for every output
my-theme/print.css             … for the PDF alone
my-theme/epub.css              … for the ePub alone
my-theme/handout.css           … for handouts alone
my-theme/vertical-print.css    … for books with vertical lines, in the PDF
my-theme/vertical-epub.css     … and in the ePub
\`\`\`

A small one:

\`\`\`yaml title="my-theme/theme.yaml"
name: Letters
extends: serif
page:
  size: [140, 200]
  margins: { top: 20, bottom: 20, inner: 20, outer: 18 }
  lineHeight: 1.9
fonts:
  - family: My Letters
    file: my-letters.ttf
    like: serif
\`\`\`

\`\`\`css title="my-theme/theme.css"
:root {
  --font-title: 'My Letters';
  --font-heading: 'My Letters';
  --weight-heading: 400;
  --size-chapter: 2.2;
  --cover-paper: #f3f7f4;
  --cover-accent: #1f5c46;
}
\`\`\`

\`\`\`css title="my-theme/print.css"
:root {
  --colour-accent: #1f5c46;
  --colour-heading: #1f5c46;
}

blockquote {
  border: 0;
  font-family: var(--font-heading);
}
\`\`\`

\`notes check\` says what is wrong with a theme, with line and column. Its rules come behind those of the theme that it builds
on: first set properties, then add rules where that is not enough. What the rules name is seen in the ePub's XHTML; print
has the same elements and classes.

In print all text stands on a grid of lines: give heights, margins and paddings as multiples of \`--line\`, such as
\`margin-block: calc(var(--line) * 2)\`, and name sides by \`block\` and \`inline\`, so that the rules hold for vertical lines too.

A theme cannot load anything: \`@import\`, \`@font-face\`, \`url()\` and the like are reported and left out, and so are \`@page\`,
\`direction\` and \`unicode-bidi\`. A file of CSS may have 256 KB.

### Fonts

The fonts that come with the packages are **Noto Serif JP**, **Noto Sans JP** and **M PLUS 1 Code**, regular and bold. No font
of the machine is ever used, so that a book is the same everywhere; an ePub names fonts of readers behind them.

A font of your own is a file in the theme's folder (WOFF2, WOFF or TrueType; one face, not variable, and with
TrueType’s outlines: a browser puts no others into a PDF as a font) that theme.yaml
names and CSS uses by its family. It is embedded in the PDF, and in the ePub with \`fonts: embed\`; what it lacks comes from
the shipped font that it is \`like\`, and so does the bold where you give none: set \`--weight-heading: 400\` for headings in
a font without a bold. You answer for its licence; one whose own bits forbid embedding is refused.

### theme.yaml

What \`page\` and \`handout\` say holds for books whose book.yaml does not say otherwise. Margins belong to the theme's size of
page: a book with another size has that size's margins.

| key | value | default | meaning |
|---|---|---|---|
`

/** Keys of book.yaml that stand in theme.yaml are named once. */
const shared = new Set(['page', 'handout'])

/** The reference as Markdown. */
export function themeReference(): string {
  const schema = toJsonSchema(themeSchema, { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => {
      if (!shared.has(key)) return [key, value]
      const { description = '' } = value
      return [key, { type: 'object', description: `${description} See [book-yaml.md](book-yaml.md).` }]
    }),
  )
  return [head, ...rows('', { ...schema, properties }), ...propertyTable()].join('')
}

function propertyTable(): string[] {
  const css = (file: string): string =>
    readFileSync(new URL(`../themes/plain/${file}`, import.meta.url), 'utf8')
  const print = rootProperties(css('theme.css') + css('print.css'))
  const epub = rootProperties(css('theme.css') + css('epub.css'))
  const shown = (value: string | undefined): string => (value === undefined ? '' : `\`${shorten(value)}\``)
  return [
    `
### Custom properties

Set them at \`:root\`. Sizes are numbers: multiples of the size of the text. The ePub gets the values in their places, since
older readers know no custom properties.

| property | meaning | plain, in print | in the ePub |
|---|---|---|---|
`,
    ...themeProperties.map(
      ({ name, meaning }) =>
        `| \`${name}\` | ${meaning} | ${shown(print.get(name))} | ${print.get(name) === epub.get(name) ? '' : shown(epub.get(name))} |\n`,
    ),
    `
What the layout of print gives, to be read and not set:

| property | meaning |
|---|---|
`,
    ...givenProperties.map(({ name, meaning }) => `| \`${name}\` | ${meaning} |\n`),
  ]
}

/** A list of fonts by its first. */
function shorten(value: string): string {
  const [first = '', ...rest] = value.split(/,(?![^(]*\))/u)
  return rest.length > 0 ? `${first.trim()}, …` : first.trim()
}
