/** Other names of terms and people in the index of a small book, whole and in volumes. */
import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { loadBook } from '../../src/load/load-book.ts'
import type { Book } from '../../src/model.ts'
import { planVolumes } from '../../src/volumes/plan.ts'
import { build, now, textFiles, theme } from './read-epub.ts'

const all = [
  'Hanako Sample → 見本花子',
  '@hanako_sample → 見本花子',
  'SLO → トイル',
  'toil → トイル',
  '約束の値 → SLO',
]

let book: Book

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../books/other-names')
  book = (await loadBook(folder, { tokenizer: createKuromojiTokenizer() })).book
})

describe('other names in the index', () => {
  it('lead to the entry of the headword', async () => {
    const { files } = await build(book)
    expect(references(files)).toEqual(all)
  })

  it('leave the glossary in the order of its headwords', async () => {
    const glossary = (await build(book)).files.get('glossary.xhtml') ?? ''
    expect(glossary.indexOf('<dfn>SLO')).toBeGreaterThan(0)
    expect(glossary.indexOf('<dfn>SLO')).toBeLessThan(glossary.indexOf('<dfn>トイル'))
  })

  it('are there in each volume, also where the places are in another one', async () => {
    const plan = planVolumes(book, renderChapters(book))
    expect(plan).toHaveLength(2)
    for (const volume of plan) {
      const of = { plan, volume, places: new Map() }
      const { epub } = await renderEpub({ book, theme, assets: new Map(), now, volume: of })
      expect(references(textFiles(epub))).toEqual(all)
    }
  })
})

/** Each reference of the index as it reads, followed to the heading of the entry that its link leads to. */
function references(files: ReadonlyMap<string, string>): string[] {
  const index = files.get('index.xhtml') ?? ''
  const heading = /<span class="index-heading" epub:type="index-term">([^<]*)<\/span>/u
  return index
    .split('<li')
    .slice(1)
    .flatMap((entry) => {
      const [, from] = heading.exec(entry) ?? []
      const links = entry.matchAll(/<a href="#([\w-]+)"[^>]* epub:type="index-xref-(?:preferred|related) /gu)
      return Array.from(links, ([, id]) => {
        const target = index.slice(index.indexOf(`<li id="${id}"`))
        return `${from} → ${heading.exec(target)?.[1]}`
      })
    })
}
