import { type NotesBlock, parseNotes } from '@notes/parser'
import type { Node, Parent } from 'unist'

/** Nodes that a definition has no place for. */
const structure = new Set(['heading', 'section', 'session', 'yaml', 'toml'])

/** The blocks of a definition in glossary.yaml, which is Markdown. They carry no positions: those of the file are others. */
export function markdownBlocks(source: string): NotesBlock[] {
  const blocks = parseNotes(source).tree.children.flatMap((event) => event.children)
  if (blocks.some((block) => structure.has(block.type))) {
    return [{ type: 'paragraph', children: [{ type: 'text', value: source.trim() }] }]
  }
  for (const block of blocks) dropPositions(block)
  return blocks as NotesBlock[]
}

function dropPositions(node: Node): void {
  delete node.position
  if ('children' in node) for (const child of (node as Parent).children) dropPositions(child)
}
