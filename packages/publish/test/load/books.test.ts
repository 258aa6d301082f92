/** Whole small books: what is read of each stands in the file beside it; `UPDATE=1` writes it anew. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { levelOf, ruleOf } from '@notes/parser'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Node, Parent } from 'unist'
import { describe, expect, it } from 'vitest'
import { treeOutline } from '../../src/cli/tree-outline.ts'
import { loadBook, type LoadedBook } from '../../src/load/load-book.ts'

const books = join(import.meta.dirname, '../books')

describe('loadBook', () => {
  it.each(globSync(join(books, '*.expected')).map((file) => basename(file, '.expected')))(
    '%s',
    async (name) => {
      const folder = join(books, name)
      const loaded = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
      const file = `${folder}.expected`
      const shown = show(loaded)
      if (process.env['UPDATE']) writeFileSync(file, shown)
      expect(shown).toBe(readFileSync(file, 'utf8'))
    },
  )
})

function show({ book, assets }: LoadedBook): string {
  const roots: Parent[] = [
    book.tree,
    ...[...book.front, ...book.back].map(({ children }) => ({ type: 'root', children })),
  ]
  return [
    `# ${book.config.title}`,
    treeOutline(book.tree),
    '# Matter',
    ...[...book.front, ...book.back].map(({ id, title, file }) => `${id} ${title} ${file}`),
    '# Targets',
    ...roots.flatMap((root) => targets(root)),
    '# Assets',
    ...[...assets.values()].map((asset) =>
      [asset.path, asset.mediaType, asset.width, asset.height].join(' '),
    ),
    '# Messages',
    ...book.messages.map(
      (message) => `${message.file}:${message.name} ${levelOf(message)} ${ruleOf(message)} ${message.reason}`,
    ),
    '',
  ].join('\n')
}

/** Every image and link, as `type url`. */
function targets(node: Node): string[] {
  const { type, url, value } = node as { type: string; url?: string; value?: string }
  const own =
    type === 'image' || type === 'link' ? [`${type} ${url}`] : type === 'html' ? [`html ${value}`] : []
  return [...own, ...('children' in node ? (node as Parent).children.flatMap(targets) : [])]
}
