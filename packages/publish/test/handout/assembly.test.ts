import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import subsetFont from 'subset-font'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepGlyphs } from '../../src/handout/assembly/glyphs.ts'
import { cutText, dictionaryEntries, renumber } from '../../src/handout/assembly/syntax.ts'
import { PdfWriter } from '../../src/handout/assembly/writer.ts'
import { objectText, readPdf } from '../../src/pdf/pdf-file.ts'

describe('objects of a file that go to another', () => {
  const numbering = {
    object: (number: number) => (number === 7 ? 'null' : `${number + 100} 0 R`),
    parentKey: (key: number) => (key === 3 ? undefined : key + 10),
    structureId: (id: string) => (id === '(node1)' ? '(id1)' : id),
  }
  const anew = (text: string): string => renumber(cutText(text), numbering)

  it('get new numbers of objects and keys', () => {
    expect(anew('<</P 5 0 R\n/K [1 6 0 R <</Pg 7 0 R /MCID 3>>]\n/StructParents 2>>')).toBe(
      '<</P 105 0 R\n/K [1 106 0 R <</Pg null /MCID 3>>]\n/StructParents 12>>',
    )
    expect(anew('<</StructParent 3\n/F 4>>')).toBe('<<\n/F 4>>')
  })

  it('keep their strings, but for the names of elements', () => {
    const text = String.raw`<</Alt (see 5 0 R \(or 6 0 R\)) /T <35203020 52> /ID (node1)>>`
    expect(anew(text)).toBe(text.replace('(node1)', '(id1)'))
  })

  it('have entries', () => {
    const entries = dictionaryEntries('<</S /P\n/K [1 <</A [2 3]>>]\n/Pg 4 0 R /T (a >> b) /B true>>')
    expect([...entries]).toEqual([
      ['S', '/P'],
      ['K', '[1 <</A [2 3]>>]'],
      ['Pg', '4 0 R'],
      ['T', '(a >> b)'],
      ['B', 'true'],
    ])
  })
})

describe('a font of many handouts', () => {
  const require = createRequire(import.meta.url)
  const path = require.resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff')
  let font: Buffer

  beforeAll(async () => {
    font = await subsetFont(readFileSync(path), 'aébcÄz', { targetFormat: 'truetype' })
  })

  it('keeps the outlines of the glyphs that a handout shows, and of their parts, under their numbers', () => {
    const whole = create(font)
    if (!('glyphsForString' in whole)) throw new Error('no font')
    const shown = new Set(whole.glyphsForString('aé').map(({ id }) => id))
    const cut = create(keepGlyphs(font, shown) ?? Buffer.alloc(0))
    if (!('glyphsForString' in cut)) throw new Error('no font')
    expect(cut.numGlyphs).toBe(whole.numGlyphs)
    for (const character of 'aé') {
      const [before, after] = [whole, cut].map((each) => each.glyphsForString(character)[0])
      expect(after?.path.toSVG()).toBe(before?.path.toSVG())
      expect(after?.path.toSVG()).not.toBe('')
    }
    expect(cut.glyphsForString('z')[0]?.path.toSVG()).toBe('')
  })

  it('is left alone where it has no such outlines', () => {
    expect(keepGlyphs(Buffer.from('OTTO'), new Set([1]))).toBeUndefined()
  })
})

describe('PdfWriter', () => {
  it('hands a file on in pieces that can be read together, the same each time', async () => {
    const write = async (): Promise<{ pieces: number; bytes: Buffer }> => {
      const pieces: Uint8Array[] = []
      const writer = new PdfWriter((bytes) => void pieces.push(bytes))
      const late = writer.reserve()
      const root = writer.add('<</Type /Catalog>>')
      await writer.flush(0)
      writer.put(late, '<</Late true>>')
      await writer.end(root, late)
      return { pieces: pieces.length, bytes: Buffer.concat(pieces) }
    }
    const { pieces, bytes } = await write()
    expect(pieces).toBeGreaterThan(1)
    const file = readPdf(bytes)
    expect(objectText(file, file.root)).toBe('<</Type /Catalog>>')
    expect(objectText(file, file.info)).toBe('<</Late true>>')
    expect((await write()).bytes.equals(bytes)).toBe(true)
  })
})
