import type { Root } from 'mdast'
import { type Boundary, endsAt, findBoundary, lineAt, lineStartAt } from './boundary.ts'
import { joinPieces, type Piece, splitPieces } from './pieces.ts'

/** A long text cut where its blocks probably end, so that its parts can be parsed apart. */
export interface Parts {
  text: string
  /** Where the second part begins, the third … */
  boundaries: Boundary[]
}

/** Cuts a text into parts of at least `size` UTF-16 units. */
export function cutParts(text: string, size: number): Parts {
  const boundaries: Boundary[] = []
  for (let from = 0; ;) {
    const boundary = findBoundary(text, lineStartAt(text, from + size))
    if (!boundary) return { text, boundaries }
    boundaries.push(boundary)
    from = boundary.offset
  }
}

/** The texts of the parts. */
export function textsOf({ text, boundaries }: Parts): string[] {
  const starts = [0, ...boundaries.map(({ offset }) => offset)]
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

/**
 * Makes of the parts' pieces the tree of the whole text. Where a block goes on behind the end of a part, it and the
 * next part are parsed again.
 */
export function joinParts({ text, boundaries }: Parts, parts: readonly (readonly Piece[])[]): Root {
  const pieces: Piece[] = []
  for (const [index, part] of parts.entries()) {
    const boundary = boundaries[index - 1]
    const last = pieces.at(-1)
    if (boundary && last && !endsHere(text, boundary, last)) {
      pieces.pop()
      const start = boundary.offset - last.length
      pieces.push(...splitPieces(text.slice(start, boundaries[index]?.offset)))
    } else pieces.push(...part)
  }
  return joinPieces(text, pieces)
}

function endsHere(text: string, { offset, afterBlank }: Boundary, { length, root }: Piece): boolean {
  return endsAt(root.children.at(-1), text.slice(offset - length, offset), lineAt(text, offset), afterBlank)
}
