import type { Root } from 'mdast'
import type { ParseContext } from './context.ts'

/** All of a file's text as it is, where it cannot be read: one verbatim node. */
export function unread(syntax: string, { bodyStart, point, source }: ParseContext): Root {
  const position = { start: point(bodyStart), end: point(source.length) }
  return {
    type: 'root',
    children: [{ type: 'verbatim', syntax, value: source.slice(bodyStart), position }],
    position,
  }
}
