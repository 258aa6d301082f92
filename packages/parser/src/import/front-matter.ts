import type { FrontmatterContent } from 'mdast'
import { isMap, parseDocument } from 'yaml'

/** Keys that tell how to read the imported text, and mean nothing in the Markdown made of it. */
const readingKeys = ['events', 'sessions', 'sections', 'prose', 'levels']

/** The front matter of an imported note: its id, and what the notes had. */
export function frontMatterOf(id: string, given: FrontmatterContent | undefined): FrontmatterContent {
  if (given?.type === 'toml') {
    const value = /^\s*id\s*=/m.test(given.value) ? given.value : `id = ${JSON.stringify(id)}\n${given.value}`
    return { type: 'toml', value }
  }
  const head = `id: ${id}`
  if (!given) return { type: 'yaml', value: head }
  const document = parseDocument(given.value, { logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents))
    return { type: 'yaml', value: `${head}\n${given.value}` }
  for (const key of ['id', ...readingKeys]) document.delete(key)
  const rest = document.contents.items.length > 0 ? document.toString({ lineWidth: 0 }).trimEnd() : ''
  return { type: 'yaml', value: rest ? `${head}\n${rest}` : head }
}
