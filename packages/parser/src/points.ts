import type { List, ListItem, Nodes } from 'mdast'
import type { Point } from './nodes.ts'

/** Turns every item of the lists in a block into a point. Changes the block in place and returns it. */
export function toPoints<T extends Nodes>(node: T): T {
  const waiting: Nodes[] = [node]
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    if (current.type === 'list') readList(current)
    if ('children' in current && current.type !== 'paragraph' && current.type !== 'heading')
      for (const child of current.children) if ('children' in child) waiting.push(child)
  }
  return node
}

function readList(list: List): void {
  list.spread = hasGap(list.children)
  list.children = list.children.map((item) => pointOf(item as ListItem))
}

function pointOf({ checked, children, position }: ListItem): Point {
  const point: Point = { type: 'point', spread: hasGap(children), children, position }
  if (typeof checked === 'boolean') point.checked = checked
  return point
}

/**
 * Whether blank lines stand between nodes, or have to when they are written. remark tells this from the blank lines
 * in a list, also from those behind its last item.
 */
export function hasGap(nodes: readonly Nodes[]): boolean {
  return nodes.some((node, index) => {
    const next = nodes[index + 1]
    if (!next) return false
    if (tailOf(node).type === 'paragraph' && needsGap(next)) return true
    return next.position!.start.line - node.position!.end.line > 1
  })
}

/** The last block in a block: a line right below it may go on with it. */
function tailOf(node: Nodes): Nodes {
  let tail = node
  while ('children' in tail && tail.type !== 'paragraph' && tail.children.length > 0)
    tail = tail.children.at(-1)!
  return tail
}

/** Whether a block would go on with the paragraph before it if it stood right below. */
function needsGap(next: Nodes): boolean {
  // only a list that begins with 1 and with text may interrupt a paragraph
  if (next.type === 'list') {
    const text = next.children[0]?.children[0]
    return (next.ordered === true && next.start !== 1) || text?.type !== 'paragraph'
  }
  return ['paragraph', 'html', 'definition', 'table', 'verbatim'].includes(next.type)
}
