import type { Rule } from '@notes/parser'

/** Diagnostics of handouts. */
export const handoutRule = {
  unknownSession: {
    id: 'publish/handout-session',
    level: 'error',
    summary: 'There is no session with this id, so it has no handout; the others are made.',
    hint: 'Give the id of a session: its front matter’s `id`, or else its file’s name.',
    example: 'notes handout --session kotlni-tips',
  },
  noNotes: {
    id: 'publish/handout-empty',
    level: 'warning',
    summary: 'A session has no notes, so its handout holds the title and lines to write on.',
    hint: 'Write notes below the title, or leave the session out with `draft: true`.',
    example: '# 開会の挨拶 (and nothing below it)',
  },
  wideImage: {
    id: 'publish/handout-image',
    level: 'info',
    summary: 'An image is wider than a column of the handout, so it is set smaller.',
    hint: 'Check that it can still be read; an upright image, or one in two parts, has more room in a column.',
    example: '![構成図](img/wide.png)',
  },
  failed: {
    id: 'publish/handout-failed',
    level: 'error',
    summary: 'The browser stopped twice while it printed the handouts, so there are none.',
    hint: 'Close other programs, or name another browser in PUPPETEER_EXECUTABLE_PATH.',
    example: '(a browser that crashes)',
  },
} as const satisfies Record<string, Rule>
