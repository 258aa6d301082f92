/** Every line of the notes is printed, whole. */
import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BookConfig } from '../../src/config/schema.ts'
import { pageGeometry, PT_PER_MM } from '../../src/pdf/geometry.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { lostFrom } from '../support/lost-lines.ts'
import { lettersOf } from '../support/lost-words.ts'
import { testBrowser } from '../support/print-sample.ts'
import { openPdf, pageText } from '../support/read-pdf.ts'
import { bookInput, contentFolder, hasSeeds, importSeeds } from '../support/real-books.ts'
import { spokenLines } from '../support/spoken-lines.ts'

describe('every line of the notes is in print', () => {
  it('of the project’s own', async () => {
    expect(await lostIn(contentFolder)).toEqual([])
  })

  it.skipIf(!hasSeeds)('of the first user’s, imported', async () => {
    const folder = await importSeeds()
    const lost = await lostIn(folder)
    await rm(folder, { recursive: true })
    expect(lost).toEqual([])
  })
})

async function lostIn(folder: string): Promise<string[]> {
  const input = await bookInput(folder, 'a5')
  const { pdf } = await renderPdf(input, { browser: await testBrowser() })
  const shown = await printedText(pdf, input.book.config)
  const files = globSync('events/*/*.md', { cwd: folder }).toSorted()
  return files.flatMap((file) => {
    const lines = spokenLines(printed(readFileSync(join(folder, file), 'utf8')), file, input.book)
    expect(lines.length).toBeGreaterThan(0)
    return lostFrom({ text: shown, end: 0, elsewhere: shown }, lines)
  })
}

/** A picture is printed with its caption; its alternative text is heard, and no part of the page. */
function printed(source: string): string {
  return source
    .replaceAll(/!\[[^\]]*\]\([^()"]*"([^"]*)"\)/gu, '$1')
    .replaceAll(/!\[[^\]]*\]\[[^\]]*\]/gu, '')
}

/** What the pages show between their margins, without readings and the numbers of notes, pages, links. */
async function printedText(pdf: Uint8Array, config: BookConfig): Promise<string> {
  const { height, margins, fontSize } = pageGeometry(config)
  const file = await openPdf(pdf)
  const texts: string[] = []
  for (let page = 1; page <= file.numPages; page++) {
    for (const { text, y, size } of await pageText(file, page)) {
      const isInside = y > margins.bottom * PT_PER_MM * 0.9 && y < (height - margins.top) * PT_PER_MM
      if (isInside && size > fontSize * 0.75 * 0.65) texts.push(text)
    }
  }
  return lettersOf(texts.join('').replaceAll(/（p\.\d+）|［\d+］/gu, ''))
}
