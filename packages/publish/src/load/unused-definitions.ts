import { createMessage } from '@notes/parser'
import type { Definition, FootnoteDefinition, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { Node, Parent, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Found, replacer } from './references.ts'
import { loadRule } from './rules.ts'

/**
 * Shows footnotes and addresses that nothing refers to, or whose name is taken, as text where they stand: they would be
 * in no book otherwise. Names are known in their file only. Changes the tree.
 */
export function showUnused(found: readonly Found[]): VFileMessage[] {
  const named = new Set<string>()
  const definitions: { node: AnyDefinition; file: string; parent: Parent }[] = []
  for (const { node, file, parent } of found) {
    if (node.type === 'footnoteReference') named.add(keyOf('footnoteDefinition', file, node))
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      named.add(keyOf('definition', file, node))
    else if (isDefinition(node)) definitions.push({ node, file, parent })
  }
  const taken = new Set<string>()
  const messages: VFileMessage[] = []
  for (const { node, file, parent } of definitions) {
    const key = keyOf(node.type, file, node)
    const isFirst = !taken.has(key)
    taken.add(key)
    if ((isFirst && named.has(key)) || isComment(node)) continue
    replacer(parent, node)(node.type === 'definition' ? [addressLine(node)] : noteBlocks(node))
    const { label, identifier, type, position } = node
    const what = type === 'definition' ? 'address' : 'footnote'
    const why = isFirst ? 'nothing refers to it' : `there is another ${what} of this name before it`
    const reason = `The ${what} “${label ?? identifier}” is printed where it stands, because ${why}.`
    messages.push(
      createMessage(loadRule.unusedDefinition, { reason, file, ...(position && { place: position }) }),
    )
  }
  return messages
}

type AnyDefinition = Definition | FootnoteDefinition

function isDefinition(node: Nodes): node is AnyDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition'
}

function keyOf(kind: AnyDefinition['type'], file: string, { identifier }: { identifier: string }): string {
  return `${kind} ${file}\n${identifier.toUpperCase()}`
}

/** `[//]: # (…)` and `[comment]: <> (…)` are how Markdown writes comments. */
function isComment(node: AnyDefinition): boolean {
  return node.type === 'definition' && (node.url === '' || node.url === '#')
}

function addressLine({ label, identifier, url, title, position }: Definition): Node {
  const at = positioned(position)
  const children: PhrasingContent[] = [
    { type: 'text', value: `[${label ?? identifier}]: `, ...at },
    { type: 'link', url, children: [{ type: 'text', value: url, ...at }], ...at },
  ]
  if (title) children.push({ type: 'text', value: ` “${title}”`, ...at })
  return { type: 'paragraph', children, ...at } as Paragraph
}

function noteBlocks({ label, identifier, children, position }: FootnoteDefinition): Node[] {
  const mark = { type: 'text' as const, value: `[^${label ?? identifier}]: `, ...positioned(position) }
  const [first, ...rest] = children
  if (first?.type === 'paragraph')
    return [{ ...first, children: [mark, ...first.children] } as Paragraph, ...rest]
  return [{ type: 'paragraph', children: [mark], ...positioned(position) } as Paragraph, ...children]
}

function positioned(position: Position | undefined): { position?: Position } {
  return position ? { position } : {}
}
