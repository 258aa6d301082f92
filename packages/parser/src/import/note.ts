import type { EventContent } from '../nodes.ts'

/** A note that becomes a file of the book. */
export interface Note {
  /** Path of the new file, relative to the book's folder. */
  path: string
  /** Path of the file that it comes from. */
  from: string
  id: string
  title: string
  children: EventContent[]
}

interface AnyNode {
  type: string
  children?: AnyNode[]
}

/** Every node of a note, parents first. */
export function* nodesOf(nodes: readonly object[]): Generator<AnyNode> {
  const waiting = [...nodes].toReversed() as AnyNode[]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    for (const child of (node.children ?? []).toReversed()) waiting.push(child)
  }
}
