/** Every word of the notes stands in the files of the ePub as often as in the notes. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { lostWords, readings } from '../support/lost-words.ts'
import { build } from './read-epub.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const content = join(root, 'content')
const seeds = join(process.env['NOTES_TEST_DATA'] ?? join(root, '../shared'), 'seeds')
if (!existsSync(seeds)) process.stdout.write(`No notes at ${seeds}: only the project’s own are compared.\n`)

it('of the project’s own notes', async () => {
  const { book, assets } = await loadBook(content, { tokenizer: createSegmenterTokenizer() })
  const shown = shownIn((await build(book, { assets })).files)
  for (const file of globSync('{events/*,front,back}/*.md', { cwd: content }))
    expect([file, ...lostWords(readFileSync(join(content, file), 'utf8'), shown)]).toEqual([file])
})

it.skipIf(!existsSync(seeds))('of the first user’s notes', async () => {
  const files = globSync('*.txt', { cwd: seeds })
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const { book } = await loadBook(join(seeds, file), { tokenizer: createSegmenterTokenizer() })
    const shown = shownIn((await build(book)).files)
    expect([file, ...lostWords(readFileSync(join(seeds, file), 'utf8'), shown)]).toEqual([file])
  }
})

/** The text of the notes in the XHTML files, then what their attributes say. */
function shownIn(files: ReadonlyMap<string, string>): string {
  const own = /^(?:cover|toc|title-page|colophon|glossary|people|index|links)\.xhtml$/u
  const documents = [...files].filter(([name]) => name.endsWith('.xhtml') && !own.test(name))
  return documents
    .map(([, xhtml]) => {
      const body = decode(xhtml.replace(/^[\s\S]*<body>/u, '').replaceAll(/<[^>]*>/gu, ''))
      const values = xhtml.matchAll(/ (?:alt|href|src|title)="([^"]*)"/gu)
      return [body, ...Array.from(values, ([, value = '']) => readings(decode(value))).flat()].join('\n')
    })
    .join('\n')
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
