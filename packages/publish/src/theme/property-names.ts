import { lexer } from 'css-tree'
import leven from 'leven'

/** A custom property that themes set at `:root`. */
export interface ThemeProperty {
  name: string
  meaning: string
}

/** Every custom property that the shared rules read, for docs/themes.md and for "did you mean". */
export const themeProperties: readonly ThemeProperty[] = [
  { name: '--font-body', meaning: 'Font of the text.' },
  { name: '--font-heading', meaning: 'Font of headings, and of terms and people in their lists.' },
  { name: '--font-strong', meaning: 'Font of what is set bold in the text.' },
  { name: '--font-emphasis', meaning: 'Font of emphasis in English, in print; Japanese is dotted.' },
  { name: '--font-label', meaning: 'Font of captions, tables, speakers, and running heads.' },
  { name: '--font-number', meaning: 'Font of page numbers.' },
  { name: '--font-title', meaning: 'Font of the title page and of the drawn cover.' },
  { name: '--font-code', meaning: 'Font of code.' },
  { name: '--colour-heading', meaning: 'Colour of headings.' },
  {
    name: '--colour-accent',
    meaning: 'Colour of lines that part: under headings, around tables, in title pages.',
  },
  { name: '--colour-line', meaning: 'Colour of thin lines: rows of tables, beside quotations.' },
  { name: '--colour-shade', meaning: 'Colour behind code and heads of tables.' },
  { name: '--colour-quiet', meaning: 'Colour of what steps back: comments in code, dots of the contents.' },
  { name: '--size-chapter', meaning: 'A chapter’s title, in sizes of the text.' },
  { name: '--size-section', meaning: 'A section’s title.' },
  { name: '--size-subsection', meaning: 'A title inside of a section.' },
  { name: '--size-label', meaning: 'Captions, facts about a session.' },
  { name: '--size-table', meaning: 'Text in tables.' },
  { name: '--size-code', meaning: 'Code in a line of text, in sizes of the text around it.' },
  { name: '--weight-heading', meaning: 'Weight of headings: 400 or 700.' },
  { name: '--align-heading', meaning: 'Where headings stand: `start`, `center` or `end`.' },
  { name: '--rule-section', meaning: 'Thickness of the line under a section’s title; `0px` for none.' },
  {
    name: '--space-section',
    meaning: 'Room above a section: lines in print, sizes of the text in the ePub.',
  },
  { name: '--space-paragraph', meaning: 'Room between paragraphs, in the same unit.' },
  { name: '--indent', meaning: 'Indentation of a paragraph’s first line.' },
  {
    name: '--line-height',
    meaning: 'From line to line in the ePub; in print it is theme.yaml’s `page.lineHeight`.',
  },
  { name: '--cover-paper', meaning: 'Colour of the drawn cover: `#` and six digits.' },
  { name: '--cover-ink', meaning: 'Colour of its text.' },
  { name: '--cover-accent', meaning: 'Colour of its lines.' },
]

/** What the layout gives to a theme's CSS: a theme may read them and not set them. */
export const givenProperties: readonly ThemeProperty[] = [
  { name: '--font-size', meaning: 'Size of the text in print.' },
  { name: '--line', meaning: 'From one line of print to the next; heights in print are multiples of it.' },
  { name: '--text-width', meaning: 'Width of the printed text.' },
  { name: '--text-height', meaning: 'Height of the printed text.' },
]

const custom = [...themeProperties, ...givenProperties].map(({ name }) => name)
const standard = Object.keys((lexer as unknown as { properties: object }).properties)
const known = new Set([...custom, ...standard])

/** The property that an unknown one was most likely meant to be; a theme may have custom ones of its own. */
export function nearestProperty(name: string): string | undefined {
  if (known.has(name) || /^-[a-z]/u.test(name)) return undefined
  const candidates = name.startsWith('--') ? custom : standard
  return candidates.find((candidate) => leven(name, candidate, { maxDistance: 3 }) <= 2)
}
