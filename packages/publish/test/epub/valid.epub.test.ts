import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { loadBook } from '../../src/load/load-book.ts'
import type { Assets, Book, PageMap } from '../../src/model.ts'
import { planVolumes } from '../../src/volumes/plan.ts'
import { plainTheme } from '../support/print-sample.ts'
import { now, plainEpubCss, plainVerticalCss } from './read-epub.ts'
import { tortureBook } from './torture-book.ts'
import { ace, epubCheck } from './validators.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const content = `${root}content`
const seeds = `${process.env['NOTES_TEST_DATA'] ?? `${root}../shared`}/seeds`
const hasSeeds = existsSync(seeds)
if (!hasSeeds) {
  process.stdout.write(`No test data at ${seeds}: the ePub of the first user's notes is not validated.\n`)
}

const theme = { ...plainTheme, epubCss: plainEpubCss, verticalEpubCss: plainVerticalCss }

async function render(book: Book, assets: Assets): Promise<Uint8Array> {
  const pageMap = samplePages(book, assets)
  return (await renderEpub({ book, assets, theme, now, pageMap })).epub
}

/** A printed page every 500 units of text, as a PDF would have them. */
function samplePages(book: Book, assets: Assets): PageMap {
  const pages: PageMap['pages'] = [{ label: 'i', index: 0, nodeId: 'title-page', offset: 0 }]
  for (const { id, root: chapter } of renderChapters(book, { assets })) {
    const length = textLength(chapter)
    for (let offset = 0; offset < length; offset += 500) {
      pages.push({ label: String(pages.length), index: pages.length, nodeId: id, offset })
    }
  }
  return { pdfIdentifier: 'urn:uuid:00000000-0000-5000-8000-000000000000', pages }
}

function textLength(node: { type: string; value?: string; children?: unknown[] }): number {
  if (node.type === 'text') return node.value?.length ?? 0
  return (node.children ?? []).reduce<number>((sum, child) => sum + textLength(child as never), 0)
}

describe('EPUBCheck and Ace find nothing', () => {
  it('in a book of everything that has ever broken an ePub', async () => {
    const { book, assets } = tortureBook(20)
    const epub = await render(book, assets)
    expect(await epubCheck(epub)).toEqual([])
    expect(await ace(epub)).toEqual([])
  })

  it('in 300 chapters, without printed pages', async () => {
    const { book, assets } = tortureBook(300)
    const { epub } = await renderEpub({ book, assets, theme, now })
    expect(await epubCheck(epub)).toEqual([])
  })

  it('with fonts embedded', async () => {
    const { book, assets } = tortureBook(1)
    const epub = await render({ ...book, config: { ...book.config, fonts: 'embed' } }, assets)
    expect(await epubCheck(epub)).toEqual([])
  })

  it('in each of two volumes', async () => {
    const { book, assets } = tortureBook(4)
    const config = { ...book.config, volumes: 'event', series: { name: '見本叢書', volume: 3 } } as const
    const whole = { ...book, config }
    const plan = planVolumes(whole, renderChapters(whole, { assets }))
    expect(plan).toHaveLength(book.tree.children.length)
    for (const volume of plan) {
      const of = { plan, volume, places: new Map() }
      const { epub } = await renderEpub({ book: whole, assets, theme, now, volume: of })
      expect(await epubCheck(epub)).toEqual([])
    }
  })

  it('in vertical lines', async () => {
    const { book, assets } = tortureBook(1)
    const epub = await render({ ...book, config: { ...book.config, writingMode: 'vertical' } }, assets)
    expect(await epubCheck(epub)).toEqual([])
    expect(await ace(epub)).toEqual([])
  })

  it('in the notes of this project in vertical lines, with fonts embedded', async () => {
    const { book, assets } = await loadBook(content)
    const config = { ...book.config, writingMode: 'vertical', fonts: 'embed' } as const
    const epub = await render({ ...book, config }, assets)
    expect(await epubCheck(epub)).toEqual([])
    expect(await ace(epub)).toEqual([])
  })

  it('in the notes of this project', async () => {
    const { book, assets } = await loadBook(content)
    const epub = await render(book, assets)
    expect(await epubCheck(epub)).toEqual([])
    expect(await ace(epub)).toEqual([])
  })

  it.skipIf(!hasSeeds)("in the first user's notes", async () => {
    const { book, assets } = await loadBook(seeds)
    const epub = await render(book, assets)
    expect(await epubCheck(epub)).toEqual([])
    expect(await ace(epub)).toEqual([])
  })
})
