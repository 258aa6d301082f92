import type { ListItem, Nodes } from 'mdast'
import type { Point } from './nodes.ts'

/** Turns every item of the lists in a block into a point. Changes the block in place and returns it. */
export function toPoints<T extends Nodes>(node: T): T {
  const waiting: Nodes[] = [node]
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    if (current.type === 'list') current.children = current.children.map((item) => pointOf(item as ListItem))
    if ('children' in current && current.type !== 'paragraph' && current.type !== 'heading')
      for (const child of current.children) if ('children' in child) waiting.push(child)
  }
  return node
}

function pointOf({ checked, spread, children, position }: ListItem): Point {
  const point: Point = { type: 'point', spread: spread ?? false, children, position }
  if (typeof checked === 'boolean') point.checked = checked
  return point
}
