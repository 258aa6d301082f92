import { parseNotes, toMdast } from '@notes/parser'
import { toString } from 'mdast-util-to-string'
import type { VFileMessage } from 'vfile-message'
import type { Matter } from '../model.ts'

/** Reads a preface or an afterword: plain Markdown, its first heading is the title. */
export function readMatter(
  bytes: Uint8Array,
  file: string,
  id: string,
): { matter: Matter; messages: VFileMessage[] } {
  const { tree, messages } = parseNotes(bytes, { file, role: 'session' })
  const { children } = toMdast(tree)
  const heading = children.find((node) => node.type === 'heading')
  const title = heading ? toString(heading) : (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/u, '')
  return { matter: { id, title, file, children }, messages }
}
