import type { Piece } from '@notes/parser/apart'
import type { Nodes, Root } from 'mdast'

/**
 * Trees as a few flat arrays: copying the objects of a tree from thread to thread takes about as long as parsing it.
 *
 * Each node is nine numbers, parents before children: type, line, column and offset of its start and end, fields,
 * number of children (-1: it cannot have any).
 */
export interface FlatPieces {
  lengths: number[]
  numbers: Int32Array<ArrayBuffer>
  types: string[]
  /** Fields beside type, children and position, as JSON. */
  fields: string[]
}

const WIDTH = 9

/** No fields; a `value` that is the node's source. */
const NONE = -1
const SOURCE = -2

/** Flattens the pieces of a text, each as soon as it is there: trees that live longer cost their collector time. */
export function flattenPieces(text: string, pieces: Iterable<Piece>): FlatPieces {
  const lengths: number[] = []
  const numbers: number[] = []
  const types = new Map<string, number>()
  const fields = new Map<string, number>()
  let offset = 0
  for (const { length, root } of pieces) {
    lengths.push(length)
    add(root, offset)
    offset += length
  }
  return {
    lengths,
    numbers: Int32Array.from(numbers),
    types: [...types.keys()],
    fields: [...fields.keys()],
  }

  function add(node: Nodes, pieceStart: number): void {
    const { type, position } = node
    const children = 'children' in node ? node.children : undefined
    const start = position?.start
    const end = position?.end
    numbers.push(numberOf(type, types))
    numbers.push(start?.line ?? 0, start?.column ?? 0, start?.offset ?? 0)
    numbers.push(end?.line ?? 0, end?.column ?? 0, end?.offset ?? 0)
    const source = () => text.slice(pieceStart + start!.offset!, pieceStart + end!.offset!)
    if (node.type === 'text' && start && !node.data && node.value === source()) numbers.push(SOURCE)
    else {
      const json = fieldsOf(node)
      numbers.push(json === undefined ? NONE : numberOf(json, fields))
    }
    numbers.push(children ? children.length : -1)
    if (children) for (const child of children) add(child, pieceStart)
  }
}

/** The fields of a node beside those that every node has, as JSON; undefined where there are none. */
function fieldsOf(node: Nodes): string | undefined {
  let own: Record<string, unknown> | undefined
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type' || key === 'children' || key === 'position') continue
    own ??= {}
    own[key] = value
  }
  return own && JSON.stringify(own)
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** The pieces of a text as they were before they were flattened. */
export function unflattenPieces(text: string, { lengths, numbers, types, fields }: FlatPieces): Piece[] {
  const shared = new Map<number, object>()
  let at = 0
  let offset = 0
  return lengths.map((length) => {
    const root = next(offset) as Root
    offset += length
    return { length, root }
  })

  function next(pieceStart: number): Nodes {
    const here = at
    at += WIDTH
    const node: Record<string, unknown> = { type: types[numbers[here]!] }
    const field = numbers[here + 7]!
    const start = point(here + 1)
    const end = point(here + 4)
    if (field === SOURCE) node['value'] = text.slice(pieceStart + start.offset, pieceStart + end.offset)
    else if (field !== NONE) Object.assign(node, fieldsAt(field))
    const count = numbers[here + 8]!
    if (count >= 0) {
      const children: Nodes[] = []
      for (let index = 0; index < count; index++) children.push(next(pieceStart))
      node['children'] = children
    }
    if (start.line > 0) node['position'] = { start, end }
    return node as unknown as Nodes
  }

  /** Most nodes of a type have the same few fields; what holds objects is made anew for each. */
  function fieldsAt(field: number): object {
    const known = shared.get(field)
    if (known) return known
    const own = JSON.parse(fields[field]!) as object
    if (Object.values(own).every((value) => typeof value !== 'object' || value === null))
      shared.set(field, own)
    return own
  }

  function point(index: number): { line: number; column: number; offset: number } {
    return { line: numbers[index]!, column: numbers[index + 1]!, offset: numbers[index + 2]! }
  }
}
