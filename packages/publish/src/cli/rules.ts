import type { Rule } from '@notes/parser'

/** Diagnostics of the command itself. */
export const cliRule = {
  noBrowser: {
    id: 'publish/no-browser',
    level: 'error',
    summary: 'No browser was found, so the PDF was not made.',
    hint: 'The ePub needs no browser; `--format epub` builds it alone.',
    example: '(a machine without Chrome, Chromium or Edge)',
  },
} as const satisfies Record<string, Rule>
