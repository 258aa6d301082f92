import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { Assembly } from '../../src/handout/assembly/assembly.ts'
import { readPrinted } from '../../src/handout/assembly/printed.ts'
import { PdfWriter } from '../../src/handout/assembly/writer.ts'
import { createComposer } from '../../src/handout/compose.ts'
import { handoutSources } from '../../src/handout/sources.ts'
import { readPdf } from '../../src/pdf/pdf-file.ts'
import { sampleBook } from '../support/sample-book.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** How many are still held by something. */
async function held(things: readonly WeakRef<object>[]): Promise<number> {
  // What was looked at stays until the end of its turn.
  await setImmediate()
  collectGarbage()
  return things.filter((thing) => thing.deref() !== undefined).length
}

/** A tagged page that takes so many bytes. */
async function pageOf(size: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const writer = new PdfWriter((bytes) => void parts.push(bytes))
  const [pages, page, root, top] = Array.from({ length: 4 }, () => writer.reserve()) as [
    number,
    number,
    number,
    number,
  ]
  const contents = writer.add(`<</Length ${size}>>`, ' stream\n', Buffer.alloc(size, 32), '\nendstream')
  const element = writer.add(`<</Type /StructElem\n/S /P\n/P ${top} 0 R\n/Pg ${page} 0 R\n/K 0>>`)
  writer.put(page, `<</Type /Page\n/Contents ${contents} 0 R\n/StructParents 0\n/Parent ${pages} 0 R>>`)
  writer.put(pages, `<</Type /Pages\n/Count 1\n/Kids [${page} 0 R]>>`)
  writer.put(top, `<</Type /StructElem\n/S /Document\n/P ${root} 0 R\n/K [${element} 0 R]>>`)
  const parents = writer.add(`<</Nums [0 ${writer.add(`[${element} 0 R]`)} 0 R]>>`)
  writer.put(root, `<</Type /StructTreeRoot\n/K ${top} 0 R\n/ParentTree ${parents} 0 R>>`)
  const catalog = writer.add(`<</Type /Catalog\n/Pages ${pages} 0 R\n/StructTreeRoot ${root} 0 R>>`)
  await writer.end(catalog, writer.add('<<>>'))
  return Buffer.concat(parts)
}

describe('handouts of a large book', () => {
  it('are let go one by one: who composes them keeps none', async () => {
    const book = sampleBook({ events: 2, sessions: 20 })
    const compose = createComposer(book, new Map())
    const roots = handoutSources(book).map((source) => new WeakRef(compose(source).sheet.root))
    expect(roots).toHaveLength(40)
    expect(await held(roots)).toBe(0)
    expect(compose(handoutSources(book)[0]!).title).toBe('継続的な配備の話 1-1')
  })

  it('are handed on as they come: the file of all keeps neither what was printed nor what it wrote', async () => {
    const size = 700_000
    const page = await pageOf(size)
    let written = 0
    const all = new Assembly((bytes) => void (written += bytes.length))
    const waiting: number[] = []
    const add = async (): Promise<WeakRef<object>> => {
      const printed = readPrinted(readPdf(Buffer.from(page)), [1])
      await all.add(printed, new Set([0]))
      return new WeakRef(printed)
    }
    const added: WeakRef<object>[] = []
    for (let count = 1; count <= 12; count++) {
      added.push(await add())
      waiting.push(count * size - written)
    }
    expect(Math.max(...waiting)).toBeLessThan(1 << 20)
    expect(await held(added)).toBe(0)
    await all.end({
      metadata: {
        title: '全部',
        authors: [],
        keywords: [],
        language: 'ja',
        producer: 'test',
        created: new Date(0),
        identifier: 'urn:test',
      },
      isAccessible: false,
      outline: [],
      place: () => undefined,
      labels: [],
    })
    // What ties 12 pages together.
    expect(written - 12 * size).toBeLessThan(20_000)
    expect(written).toBeGreaterThan(12 * size)
  })
})
