import type { Rule } from '@notes/parser'

/** Diagnostics of the printed book. */
export const pdfRule = {
  missingGlyph: {
    id: 'publish/missing-glyph',
    level: 'warning',
    summary: 'No font of the book holds this character, so it is printed as an empty box.',
    hint: 'Write it with other characters, or leave it out.',
    example: '- 표 (the fonts hold no Hangul)',
  },
  lowResolution: {
    id: 'publish/low-resolution',
    level: 'warning',
    summary: 'An image has too few pixels for print.',
    hint: 'Save it with more pixels, or lower `pdf: {minimumResolution: …}` in book.yaml.',
    example: '![構成図](img/thumbnail.png)',
  },
  hugeImage: {
    id: 'publish/huge-image',
    level: 'warning',
    summary: 'An image has more pixels than a page can show, so it is scaled down for print.',
    hint: 'Save it with fewer pixels; 600 an inch of the page are enough for any press.',
    example: '![地図](img/map-20000px.png)',
  },
  wideTable: {
    id: 'publish/wide-table',
    level: 'warning',
    summary: 'A table is wider than the page, so its text is set smaller.',
    hint: 'Use fewer columns or shorter cells, or a larger page.',
    example: '| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 | 十一 | 十二 |',
  },
  longWord: {
    id: 'publish/long-word',
    level: 'info',
    summary: 'A word is longer than a line, so it is broken anywhere, without a hyphen.',
    hint: 'Check the broken word in print; a space or a shorter form reads better.',
    example: 'aaaaaaaa…（300文字）',
  },
  notAccessible: {
    id: 'publish/not-accessible',
    level: 'warning',
    summary: 'The PDF does not say that it follows PDF/UA-1, because it fails one of its conditions.',
    hint: 'Mend what is named; the number is that of the Matterhorn protocol, see docs/pdf-ua.md.',
    example: '- 표 (a character that no font of the book holds)',
  },
  browserRestarted: {
    id: 'publish/browser-restarted',
    level: 'warning',
    summary: 'The browser stopped while it was printing and was started once more.',
    hint: 'Close other programs if the machine is short of memory.',
    example: '(a browser that ran out of memory)',
  },
  browserFailed: {
    id: 'publish/browser-failed',
    level: 'error',
    summary: 'The browser stopped twice while it was printing, so there is no PDF.',
    hint: 'Close other programs, or name another browser in PUPPETEER_EXECUTABLE_PATH.',
    example: '(a browser that crashes)',
  },
  pageNumbers: {
    id: 'publish/page-numbers',
    level: 'error',
    summary:
      'The page numbers did not agree with the printed pages, even on a second print, so there is no PDF.',
    hint: 'Report this with your notes; another browser in PUPPETEER_EXECUTABLE_PATH may help.',
    example: '(a browser that lays out columns and pages differently)',
  },
} as const satisfies Record<string, Rule>
