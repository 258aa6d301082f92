import type { PhrasingContent, Text } from 'mdast'
import type { Node, Parent, Point } from 'unist'
import type { Flow } from './flow.ts'

/** One use of a term in a text node; offsets into its value. */
export interface Use<T> {
  start: number
  end: number
  term: T
  node: Text
}

/** The uses that lie inside one text node of a flow, where none is forbidden. */
export function usesIn<T extends { term: string }>(
  flow: Flow,
  matches: readonly { start: number; end: number; term: string }[],
  byName: ReadonlyMap<string, T>,
): Use<T>[] {
  return flow.nodes.flatMap(({ node, start }) =>
    matches.flatMap((match) => {
      const term = byName.get(match.term)
      const isInside = match.start >= start && match.end <= start + node.value.length
      if (!term || !isInside || flow.escapes.has(match.start)) return []
      return [{ start: match.start - start, end: match.end - start, term, node }]
    }),
  )
}

/** Puts nodes in the place of uses. `make` gives the node for a use, around its text; nothing leaves it alone. */
export function replaceUses<T>(
  flow: Flow,
  uses: readonly Use<T>[],
  make: (use: Use<T>, text: Text) => PhrasingContent | undefined,
): void {
  for (const { node, parent } of flow.nodes) {
    const pieces = cutText(
      node,
      uses.filter((use) => use.node === node),
      make,
    )
    if (pieces) parent.children.splice(parent.children.indexOf(node), 1, ...pieces)
  }
}

function cutText<T>(
  node: Text,
  uses: readonly Use<T>[],
  make: (use: Use<T>, text: Text) => PhrasingContent | undefined,
): Node[] | undefined {
  const pieces: Node[] = []
  let at = 0
  for (const use of uses) {
    const made = make(use, sliceText(node, use.start, use.end))
    if (!made) continue
    if (use.start > at) pieces.push(sliceText(node, at, use.start))
    pieces.push(made)
    at = use.end
  }
  if (at === 0) return undefined
  if (at < node.value.length) pieces.push(sliceText(node, at, node.value.length))
  return pieces
}

function sliceText(node: Text, start: number, end: number): Text {
  const text: Text = { type: 'text', value: node.value.slice(start, end) }
  const [from, to] = [pointIn(node, start), pointIn(node, end)]
  if (from && to) text.position = { start: from, end: to }
  return text
}

/** The point of an offset in a text node of one line without escapes, whose source is as long as its value. */
export function pointIn(node: Text, offset: number): Point | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || start.line !== end.line) return undefined
  if (end.offset - start.offset !== node.value.length) return undefined
  return { line: start.line, column: start.column + offset, offset: start.offset + offset }
}

/** Parents of phrasing in which terms are looked for: not headings, links, code or ruby. */
export function isFlow(node: Node): node is Parent {
  return node.type === 'paragraph' || node.type === 'tableCell'
}
