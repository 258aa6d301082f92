import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Point } from 'unist'
import { eachNode } from './walk.ts'

/**
 * Gives a position to the nodes that have none: GFM finds addresses such as `日本語https://…` after parsing, and
 * splits texts without saying where.
 */
export function locate(root: Root, text: string): void {
  eachNode(root, (node) => {
    if (!('children' in node) || node.children.every((child) => child.position)) return
    let from = node.position!.start
    node.children.forEach((child, index) => {
      if (!child.position) {
        const end =
          node.children.slice(index).find((next) => next.position)?.position?.start ?? node.position!.end
        const start = pointOf(child, text, from, end)
        const isLast = node.children[index + 1]?.position !== undefined || index === node.children.length - 1
        child.position = { start, end: isLast ? { ...end } : advance(text, start, toString(child).length) }
      }
      from = child.position.end
    })
  })
}

/** Where a node's text begins between two points; the first of them where the source writes it otherwise. */
function pointOf(node: Nodes, text: string, from: Point, end: Point): Point {
  const at = text.slice(from.offset, end.offset).indexOf(toString(node))
  return at < 0 ? { ...from } : advance(text, from, at)
}

function advance(text: string, { line, column, offset = 0 }: Point, by: number): Point {
  const passed = text.slice(offset, offset + by)
  const ends = [...passed.matchAll(/\r\n|\n|\r/g)]
  const last = ends.at(-1)
  return last
    ? { line: line + ends.length, column: by - last.index - last[0].length + 1, offset: offset + by }
    : { line, column: column + by, offset: offset + by }
}
