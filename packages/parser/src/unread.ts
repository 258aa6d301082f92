import type { Root } from 'mdast'
import type { ParseContext } from './context.ts'

const refusals = ['too-large', 'failure'] as const

/** All of a file's text as it is, where it cannot be read: one verbatim node. */
export function unread(syntax: (typeof refusals)[number], { bodyStart, point, source }: ParseContext): Root {
  const position = { start: point(bodyStart), end: point(source.length) }
  return {
    type: 'root',
    children: [{ type: 'verbatim', syntax, value: source.slice(bodyStart), position }],
    position,
  }
}

/** Whether the text of the file was kept as it is. */
export function isUnread({ children: [first] }: Root): boolean {
  return first?.type === 'verbatim' && refusals.some((syntax) => syntax === first.syntax)
}
