/**
 * The conditions of the Matterhorn protocol 1.1 over printed books. Each check is also shown a file that was made to
 * fail it. `UPDATE=1` writes docs/pdf-ua.md anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VFileMessage } from 'vfile-message'
import { renderHandouts } from '../../src/handout/render-handouts.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { renderVolumes } from '../../src/pdf/render-volumes.ts'
import { tortureBook } from '../epub/torture-book.ts'
import { CheckedFile } from '../support/matterhorn/checked-file.ts'
import { conditions, machineConditions } from '../support/matterhorn/conditions/index.ts'
import { heardPages, pdfUaDocument } from '../support/matterhorn/document.ts'
import { claims, failures } from '../support/matterhorn/failures.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { sampleBook } from '../support/sample-book.ts'
import { bookInput, contentFolder, hasSeeds, importSeeds } from '../support/real-books.ts'

const folder = join(import.meta.dirname, 'odd-book')
const docs = join(import.meta.dirname, '../../../../docs/pdf-ua.md')

interface Printed {
  bytes: Uint8Array
  messages: VFileMessage[]
}

async function print(input: Awaited<ReturnType<typeof bookInput>>): Promise<Printed> {
  const { pdf, messages } = await renderPdf(input, { browser: await testBrowser() })
  return { bytes: pdf, messages }
}

describe('PDF/UA-1', () => {
  let odd: Printed

  beforeAll(async () => {
    odd = await print(await bookInput(folder, 'a5'))
  })

  it('knows every condition of the protocol', () => {
    expect(machineConditions).toHaveLength(87)
    expect(new Set(conditions.map(({ id }) => id)).size).toBe(137)
  })

  it('is followed by a book of odd things', async () => {
    expect(await failures(odd.bytes)).toEqual([])
    expect(claims(odd.messages)).toEqual([])
  })

  it.each(machineConditions)('$id is seen: $title', async ({ check, spoil }) => {
    const { document } = await CheckedFile.open(odd.bytes)
    await spoil(new CheckedFile(document))
    expect(check(new CheckedFile(document)).failures).not.toEqual([])
  })

  it('is followed by our own notes, on paper of two sizes', async () => {
    for (const paper of ['a5', 'b5'] as const) {
      const { bytes, messages } = await print(await bookInput(contentFolder, paper))
      expect(await failures(bytes)).toEqual([])
      expect(claims(messages)).toEqual([])
    }
  })

  it('is followed by a book of everything that notes may hold', async () => {
    const { book, assets } = tortureBook(3)
    const { bytes, messages } = await print(renderInput(book, [...assets.values()]))
    const said = claims(messages)
    // What keeps it from saying so is found by the checks as well, and nothing else is.
    const found = [...new Set((await failures(bytes)).map((failure) => failure.slice(0, 6)))]
    const reasons = new Set(said.flatMap((reason) => reason.match(/\d\d-\d{3}/g) ?? []))
    if (reasons.has('31-030')) reasons.add('10-001')
    if (reasons.size > 0) reasons.add('06-002')
    expect(found.toSorted()).toEqual([...reasons].toSorted())
  })

  it.skipIf(!hasSeeds)("is followed by the first user's notes", async () => {
    const { bytes, messages } = await print(await bookInput(await importSeeds(), 'a5'))
    expect(await failures(bytes)).toEqual([])
    expect(claims(messages)).toEqual([])
  })

  it('is followed in vertical lines', async () => {
    const input = await bookInput(folder, 'a5')
    const config = { ...input.book.config, writingMode: 'vertical' as const }
    const { bytes, messages } = await print({ ...input, book: { ...input.book, config } })
    expect(await failures(bytes)).toEqual([])
    expect(claims(messages)).toEqual([])
  })

  it('is followed by each of two volumes', async () => {
    const book = sampleBook({ events: 2, sessions: 1, sections: 2, points: 3, config: { volumes: 'event' } })
    const { volumes, messages } = await renderVolumes(renderInput(book), { browser: await testBrowser() })
    expect(volumes).toHaveLength(2)
    for (const { pdf } of volumes) expect(await failures(pdf)).toEqual([])
    expect(claims(messages)).toEqual([])
  })

  it('is followed in one colour, with bleed and crop marks', async () => {
    const input = await bookInput(folder, 'a5')
    const pdf = { ...input.book.config.pdf, bleed: 3, marks: true }
    const config = { ...input.book.config, colour: 'one' as const, pdf }
    const { bytes } = await print({ ...input, book: { ...input.book, config } })
    expect(await failures(bytes)).toEqual([])
  })

  it('is followed by handouts, alone and together, and not claimed by sheets of several pages', async () => {
    const options = { browser: await testBrowser(), layout: '2up' as const }
    const { files } = await renderHandouts(await bookInput(folder, 'a5'), options)
    const found = await Promise.all(
      files.map(async ({ path, bytes }) => [path, await failures(bytes)] as const),
    )
    const names = (isGood: boolean): string[] =>
      found.flatMap(([path, own]) => ((own.length === 0) === isGood ? [path] : [])).toSorted()
    expect(names(true)).toEqual(['all.tagged.pdf', 'english.tagged.pdf', 'talk.tagged.pdf'])
    expect(names(false)).toEqual(['all.pdf', 'english.pdf', 'talk.pdf'])
    const sheets = found.filter(([path]) => !path.endsWith('.tagged.pdf'))
    for (const [, own] of sheets) expect(own).toContain('06-002: no pdfuaid:part 1')
  })

  it('is not claimed where a character has no font, and the reader is told', async () => {
    const small = { events: 1, sessions: 1, sections: 1, points: 1 }
    const { bytes, messages } = await print(renderInput(sampleBook({ ...small, extra: '- 표' })))
    const found = (await failures(bytes)).map((failure) => failure.slice(0, 6))
    // The box is a glyph that stands for no character, too.
    expect(found.toSorted()).toEqual(['06-002', '10-001', '31-030'])
    expect(claims(messages)).toEqual([expect.stringContaining('(31-030)')])
  })

  it('is described, with what is heard', async () => {
    const file = await CheckedFile.open(odd.bytes)
    const written = pdfUaDocument(file)
    if (process.env['UPDATE']) writeFileSync(docs, written)
    expect(readFileSync(docs, 'utf8')).toBe(written)
    expect(heardPages(file)).not.toContain('\u{FFFD}')
  })
})
