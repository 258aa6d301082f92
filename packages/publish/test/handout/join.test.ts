import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { joinPdfs } from '../../src/handout/join.ts'

const now = new Date('2019-04-01T00:00:00Z')

async function blank(widths: number[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle('配布資料')
  for (const width of widths) document.addPage([width, 200])
  return await document.save()
}

describe('joinPdfs', () => {
  it('leaves one alone as it is', async () => {
    const only = await blank([100])
    expect(await joinPdfs([only], now)).toBe(only)
  })

  it('puts the pages of several in order, under the title of the first, in the same bytes', async () => {
    const parts = [await blank([100, 110]), await blank([120])]
    const joined = await joinPdfs(parts, now)
    const read = await PDFDocument.load(joined, { updateMetadata: false })
    expect(read.getPages().map((page) => page.getWidth())).toEqual([100, 110, 120])
    expect(read.getTitle()).toBe('配布資料')
    expect(read.getCreationDate()).toEqual(now)
    expect(Buffer.compare(Buffer.from(await joinPdfs(parts, now)), Buffer.from(joined))).toBe(0)
  })
})
