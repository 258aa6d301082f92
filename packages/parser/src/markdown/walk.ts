import type { Nodes } from 'mdast'

/** Calls `visit` for a node and everything in it, outer nodes first, without recursion. */
export function eachNode(node: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [node]
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    visit(current)
    if ('children' in current)
      for (let i = current.children.length; i-- > 0;) waiting.push(current.children[i]!)
  }
}
