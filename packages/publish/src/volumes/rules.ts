import type { Rule } from '@notes/parser'

/** Diagnostics of books in volumes. */
export const volumeRule = {
  volumesUnknown: {
    id: 'publish/volumes-unknown',
    level: 'warning',
    summary: 'Volumes of so many pages are known when the PDF has been printed; without it the ePub is one.',
    hint: 'Build the PDF, too, or write `volumes: event`.',
    example: 'volumes: {pages: 300} (with `--format epub`)',
  },
} as const satisfies Record<string, Rule>
