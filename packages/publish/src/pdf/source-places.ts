import type { Nodes } from 'mdast'
import type { Node, Position } from 'unist'
import type { Book } from '../model.ts'

/** A node of the notes and where it was written. */
export interface SourceNode {
  node: Nodes
  file?: string
  position?: Position
  /** `id`s of the sections, session and event around it, innermost last. */
  owners: readonly string[]
}

/** Visits every node of the notes in the order of the book, with the file it stands in. */
export function visitSources(book: Book, visitor: (source: SourceNode) => void): void {
  const walk = (node: Node, file: string | undefined, owners: readonly string[]): void => {
    const { id, data } = node as { id?: string; data?: { file?: string } }
    const own = data?.file ?? file
    const around = typeof id === 'string' ? [...owners, id] : owners
    visitor({
      node: node as Nodes,
      owners: around,
      ...(own !== undefined && { file: own }),
      ...(node.position && { position: node.position }),
    })
    for (const child of (node as { children?: Node[] }).children ?? []) walk(child, own, around)
  }
  for (const matter of book.front) for (const child of matter.children) walk(child, matter.file, [matter.id])
  walk(book.tree, undefined, [])
  for (const matter of book.back) for (const child of matter.children) walk(child, matter.file, [matter.id])
}
