import type { Rule } from '@notes/parser'

/** Diagnostics of making the ePub. */
export const epubRule = {
  imageScaled: {
    id: 'publish/image-scaled',
    level: 'info',
    summary: 'An image is larger than readers can show, so it is scaled down in the ePub.',
    hint: 'Nothing needs to be done; `epub: {maximumImageSide}` in book.yaml sets the limit.',
    example: '![写真](img/8000x6000.jpg)',
  },
  imageUnusable: {
    id: 'publish/image-unusable',
    level: 'error',
    summary: 'An image cannot be put into the ePub; its alternative text stands in its place.',
    hint: 'Save it again as PNG, JPEG, WebP, GIF or SVG.',
    example: '![図](img/damaged.png)',
  },
  coverUnusable: {
    id: 'publish/cover-unusable',
    level: 'error',
    summary: 'The cover image cannot be used; a cover is drawn from the title instead.',
    hint: 'Name a PNG, JPEG, WebP or GIF in the book’s folder.',
    example: 'cover: cover.tiff',
  },
  glyphMissing: {
    id: 'publish/font-lacks-character',
    level: 'warning',
    summary:
      'The fonts that are embedded in the ePub lack a character; readers show it in a font of their own.',
    hint: 'Use another character, or look at it on the devices that matter.',
    example: 'fonts: embed',
  },
} as const satisfies Record<string, Rule>
