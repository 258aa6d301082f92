/** Books of real notes: what a made-up book holds may be too tidy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createSegmenterTokenizer } from '@notes/glossary'
import { planImport } from '@notes/parser'
import { loadBook } from '../../src/load/load-book.ts'
import { loadTheme } from '../../src/load/theme.ts'
import type { RenderInput } from '../../src/model.ts'

const root = join(import.meta.dirname, '../../../..')
/** The folder of the first user's notes. */
export const seeds = join(process.env['NOTES_TEST_DATA'] ?? join(root, '../shared'), 'seeds')

/** The project's own notes. */
export const contentFolder = join(root, 'content')

/** Whether the first user's notes are on this machine; says so where they are not. */
export const hasSeeds = existsSync(seeds)
if (!hasSeeds) process.stdout.write(`No test data at ${seeds}: the first user's notes are not printed.\n`)

/** Imports the first user's notes into a new folder, so many times over, and returns the folder. */
export async function importSeeds(times = 1): Promise<string> {
  const names = readdirSync(seeds).toSorted()
  const parts = Array.from({ length: times }, (_, at) => at + 1).flatMap((number) =>
    names.map((name) => ({ path: `${number}-${name}`, source: readFileSync(join(seeds, name)) })),
  )
  const folder = await mkdtemp(join(tmpdir(), 'notes-seeds-'))
  for (const { path, text } of planImport(parts).files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** What a book's folder is printed from, on a paper. */
export async function bookInput(folder: string, paper: 'a4' | 'a5' | 'b5' | 'b6'): Promise<RenderInput> {
  const { book, assets } = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
  book.config.page = { ...book.config.page, size: paper }
  const { theme } = await loadTheme(book.config.theme, folder)
  return { book, theme, assets, now: new Date('2019-04-01T00:00:00Z') }
}
