import type { Root } from 'mdast'
import { eachNode } from './walk.ts'

/** Sources that define labels, by kind and identifier: `[a]: b` or `[^a]: b`, on one line. */
export type Sources = Map<string, string>

/** The definitions that stand in a piece, each as a source that defines the same label. */
export function definitionsOf(root: Root, text: string): Sources {
  const sources: Sources = new Map()
  if (!text.includes(']:')) return sources
  eachNode(root, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    const source = text.slice(node.position!.start.offset, node.position!.end.offset)
    const label = /^\[(?:[^[\]\\]|\\.)*\]:/s.exec(source)?.[0].replace(/[\r\n]+[ \t>]*/g, ' ')
    if (label) sources.set(keyOf(label), label)
  })
  return sources
}

/** A text of definitions that a piece refers to and does not hold, and how many blocks it makes. */
export function prefixFor(
  text: string,
  all: Sources,
  own: Sources,
): { text: string; count: number } | undefined {
  if (all.size === own.size) return undefined
  const labels = new Set<string>()
  for (const match of text.matchAll(/\[((?:[^[\]\\]|\\.)*)\]/gs)) {
    const key = keyOf(`[${match[1]!.replace(/[\r\n]+[ \t>]*/g, ' ')}]:`)
    if (all.has(key) && !own.has(key)) labels.add(all.get(key)!)
  }
  if (labels.size === 0) return undefined
  // The comment ends a footnote, which would take an indented block for its own.
  const prefix = [...labels].map((label) => `${label} x\n\n`).join('')
  return { text: `${prefix}<!-- -->\n\n`, count: labels.size + 1 }
}

/** Labels match without regard to case and to the kind of white space. */
function keyOf(label: string): string {
  return label.replace(/\s+/g, ' ').replace(/^\[ /, '[').replace(/ \]:$/, ']:').toLowerCase().toUpperCase()
}
