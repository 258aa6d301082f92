import type { Rule } from '@notes/parser'

/** Diagnostics of the command itself. */
export const cliRule = {
  noBrowser: {
    id: 'publish/no-browser',
    level: 'error',
    summary: 'No browser was found, so what it prints was not made: the PDF, the handouts.',
    hint: 'The ePub needs no browser; `--format epub` builds it alone.',
    example: '(a machine without Chrome, Chromium or Edge)',
  },
  importImage: {
    id: 'publish/import-image',
    level: 'warning',
    summary: 'An image that the imported notes show cannot be read, so it was not copied.',
    hint: 'Put the image beside the notes and import them again, or copy it into the book by hand.',
    example: '![slide](images/missing.png)',
  },
} as const satisfies Record<string, Rule>
