import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import { builtInThemes } from '../../src/theme/manifest.ts'
import { tortureBook } from '../epub/torture-book.ts'
import { epubCheck } from '../epub/validators.ts'
import { exampleBook } from './example.ts'

const now = new Date('2019-04-01T00:00:00Z')
const example = exampleBook('fonts: embed\n')
afterAll(() => rmSync(example, { recursive: true }))

describe('EPUBCheck finds nothing', () => {
  it.each(builtInThemes.flatMap((name) => [[name, 'horizontal'] as const, [name, 'vertical'] as const]))(
    'in a book in %s, lines %s',
    async (name, writingMode) => {
      const { book, assets } = tortureBook(3)
      const { theme } = await loadTheme(name, example)
      const config = { ...book.config, writingMode, fonts: 'embed' as const }
      const { epub } = await renderEpub({ book: { ...book, config }, assets, theme, now })
      expect(await epubCheck(epub)).toEqual([])
    },
  )

  it('in a book with a theme and a font of its own', async () => {
    const { book, assets } = await loadBook(example)
    const { theme } = await loadTheme(book.config.theme, example)
    const { epub } = await renderEpub({ book, assets, theme, now })
    expect(await epubCheck(epub)).toEqual([])
  })
})
