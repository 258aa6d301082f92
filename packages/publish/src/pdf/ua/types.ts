/** The types of ISO 32000-1, 14.8.4. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** What a type of Chromium's own stands for: the file's role map. */
export const TYPE_ROLES: Readonly<Record<string, string>> = { Em: 'Span', Strong: 'Span' }

/** Hold blocks, and text only in paragraphs. */
export const GROUPING: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Index',
])

/** Stand in a line of text. */
export const INLINE: ReadonlySet<string> = new Set([
  'Span',
  'Em',
  'Strong',
  'Quote',
  'Reference',
  'Code',
  'Link',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Formula',
  'Lbl',
])
