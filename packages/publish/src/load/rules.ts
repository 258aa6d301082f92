import type { Rule } from '@notes/parser'

/** Diagnostics of gathering a book's files. */
export const loadRule = {
  missingFile: {
    id: 'publish/missing-file',
    level: 'error',
    summary: 'A file or folder that book.yaml names does not exist.',
    hint: 'Correct the path; it is relative to the book’s folder.',
    example: 'front: [prefase.md]',
  },
  unreadable: {
    id: 'publish/unreadable-file',
    level: 'error',
    summary: 'A file cannot be read, so it is left out.',
    hint: 'Check that it is a file of at most 64 MB that you may read.',
    example: '(a note without read permission)',
  },
  notText: {
    id: 'publish/not-text',
    level: 'error',
    summary: 'A file of notes is neither Markdown nor plain text, so it is not read.',
    hint: 'Save the notes as plain text (.txt) or Markdown (.md).',
    example: '(a Word file, named on the command line)',
  },
  outside: {
    id: 'publish/outside-folder',
    level: 'error',
    summary: 'A path leads out of the book’s folder, so it is not followed.',
    hint: 'Copy the file into the book’s folder and name it from there.',
    example: '![図](../../private.png)',
  },
  noNotes: {
    id: 'publish/no-notes',
    level: 'error',
    summary: 'There are no notes to make a book of.',
    hint: 'Put notes under `events/`, or give the path of a file.',
    example: '(an empty folder)',
  },
  ignoredFile: {
    id: 'publish/ignored-file',
    level: 'info',
    summary: 'A file among the notes is neither Markdown nor plain text, so it is not read.',
    hint: 'Rename it to .md or .txt, or move it elsewhere.',
    example: 'events/01-meetup/notes.docx',
  },
  unreadFolder: {
    id: 'publish/unread-folder',
    level: 'warning',
    summary: 'A folder holds notes that are not read, because it does not stand under `events/`.',
    hint: 'Move it into `events/`, or list it in book.yaml: `events: [{path: …}]`.',
    example: '2019-meetup/01-talk.md',
  },
  missingImage: {
    id: 'publish/missing-image',
    level: 'error',
    summary: 'An image does not exist; its alternative text stands in its place.',
    hint: 'Correct the path; it is relative to the note.',
    example: '![構成図](img/missing.png)',
  },
  brokenImage: {
    id: 'publish/broken-image',
    level: 'error',
    summary:
      'An image is damaged or in a format that books cannot show; its alternative text stands in its place.',
    hint: 'Save it again as PNG, JPEG, WebP, GIF or SVG.',
    example: '![構成図](notes.txt)',
  },
  remoteImage: {
    id: 'publish/remote-image',
    level: 'warning',
    summary: 'An image on the web is not fetched; a link stands in its place.',
    hint: 'Save the image in the book’s folder and name it from there.',
    example: '![図](https://example.com/a.png)',
  },
  imageWithoutText: {
    id: 'publish/image-alt',
    level: 'info',
    summary: 'An image has no alternative text.',
    hint: 'Say in the brackets what the image shows.',
    example: '![](img/chart.png)',
  },
  unclosedHtml: {
    id: 'publish/unclosed-html',
    level: 'warning',
    summary: 'An HTML tag is not closed, or was never opened; the book closes it at the end of the block.',
    hint: 'Close it, or write `\\<` for a plain angle bracket.',
    example: '<div><b>重要</div>',
  },
  brokenLink: {
    id: 'publish/broken-link',
    level: 'warning',
    summary: 'A link to another note leads nowhere; its text stays without a link.',
    hint: 'Correct the path or the heading after `#`.',
    example: '[前回](../02-meetup/01-opening.md)',
  },
  unsafeLink: {
    id: 'publish/unsafe-link',
    level: 'warning',
    summary: 'A link of this kind may not stand in a book; its address is printed as text.',
    hint: 'Link to an address that begins with `https:`, `http:` or `mailto:`, or to a note of the book.',
    example: '[実行](javascript:run())',
  },
} as const satisfies Record<string, Rule>
