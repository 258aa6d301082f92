import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { createPlacer, type Placer } from '../place.ts'
import { offsetsOf } from '../syntax/split-text.ts'
import { eachNode } from './walk.ts'

/**
 * Gives a position to the nodes that have none: GFM finds addresses such as `日本語https://…` after parsing, and
 * splits texts without saying where.
 */
export function locate(root: Root, text: string): void {
  const placer = createPlacer(text)
  eachNode(root, (node) => {
    if (!('children' in node) || node.children.every((child) => child.position)) return
    const { children } = node
    for (let first = 0; first < children.length; first++) {
      if (children[first]!.position) continue
      let next = first
      while (next < children.length && !children[next]!.position) next++
      const from = children[first - 1]?.position?.end ?? node.position!.start
      const end = children[next]?.position?.start ?? node.position!.end
      locateRun(children.slice(first, next), text, from.offset!, end.offset!, placer)
      first = next
    }
  })
}

/** Places nodes that were one text, and that stand somewhere between two offsets. */
function locateRun(nodes: Nodes[], text: string, from: number, end: number, placer: Placer): void {
  const values = nodes.map((node) => toString(node))
  const offsets = follow(values.join(''), text, from, end, placer)
  let at = 0
  nodes.forEach((node, index) => {
    const start = offsets?.[at] ?? from
    at += values[index]!.length
    const stop = index === nodes.length - 1 ? end : (offsets?.[at] ?? end)
    eachNode(node, (inner) => {
      inner.position = placer.position(start, stop)
    })
  })
}

/** Where each unit of a value stands in the source between two offsets. */
function follow(
  value: string,
  text: string,
  from: number,
  end: number,
  { point }: Placer,
): number[] | undefined {
  for (
    let start = text.indexOf(value[0]!, from);
    start >= 0 && start < end;
    start = text.indexOf(value[0]!, start + 1)
  ) {
    const position = { start: point(start), end: point(end) }
    const offsets = offsetsOf({ type: 'text', value, position }, text)
    if (offsets) return offsets
  }
  return undefined
}
