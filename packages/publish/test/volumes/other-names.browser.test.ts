import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { renderVolumes } from '../../src/pdf/render-volumes.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'

it('prints other names with their headwords in the index, of the whole and of each volume', async () => {
  const folder = join(import.meta.dirname, '../books/other-names')
  const { book } = await loadBook(folder, { tokenizer: createKuromojiTokenizer() })
  const browser = await testBrowser()
  const whole = await renderPdf(renderInput({ ...book, config: { ...book.config, volumes: 'none' } }), {
    browser,
  })
  const { volumes } = await renderVolumes(renderInput(book), { browser })
  expect(volumes).toHaveLength(2)
  for (const { pdf } of [whole, ...volumes]) {
    const file = await openPdf(pdf)
    const texts = await Promise.all(Array.from({ length: file.numPages }, (_, at) => plainPage(file, at + 1)))
    const index = texts.find((text) => /^\d*\s*索引/u.test(text)) ?? ''
    const lines = index.replaceAll(/\s/gu, '')
    for (const line of ['HanakoSample→見本花子', '@hanako_sample→見本花子', 'toil→トイル', '約束の値→SLO'])
      expect(lines).toContain(line)
  }
})
