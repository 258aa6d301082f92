import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as publish from '../src/index.ts'

it('exports what the README names, and nothing else', () => {
  const names = Object.keys(publish).toSorted()
  expect(names).toEqual([
    'PdfError',
    'findBrowser',
    'findGhostscript',
    'loadBook',
    'loadTheme',
    'renderChapters',
    'renderEpub',
    'renderHandouts',
    'renderHtml',
    'renderPdf',
    'renderPress',
    'renderVolumes',
    'rules',
  ])
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(names.filter((name) => !readme.includes(`\`${name}`))).toEqual([])
})
