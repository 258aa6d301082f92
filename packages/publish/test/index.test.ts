import { expect, it } from 'vitest'
import * as publish from '../src/index.ts'

it('exports what the README names, and nothing else', () => {
  expect(Object.keys(publish).toSorted()).toEqual([
    'PdfError',
    'findBrowser',
    'loadBook',
    'loadTheme',
    'renderChapters',
    'renderEpub',
    'renderPdf',
    'rules',
  ])
})
