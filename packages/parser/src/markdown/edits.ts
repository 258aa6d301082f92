/** One change to a text: at `offset`, `remove` UTF-16 units, no line end among them, give way to `insert`. */
export interface Edit {
  offset: number
  remove: number
  insert: string
}

/** Applies edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const { offset, remove, insert } of edits) {
    parts.push(text.slice(from, offset), insert)
    from = offset + remove
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** Makes the function that turns offsets of the edited text into those of the text before. */
export function createRestore(edits: readonly Edit[]): (offset: number) => number {
  // `starts[i]`: where edit i begins in the edited text; `shifts[i]`: how much shorter the text is after it.
  const starts = new Float64Array(edits.length)
  const shifts = new Float64Array(edits.length)
  let shift = 0
  edits.forEach((edit, index) => {
    starts[index] = edit.offset - shift
    shift += edit.remove - edit.insert.length
    shifts[index] = shift
  })
  return (offset) => {
    let low = -1
    let high = edits.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    if (low < 0) return offset
    const edit = edits[low]!
    const inside = offset - starts[low]!
    return inside < edit.insert.length ? edit.offset + Math.min(inside, edit.remove) : offset + shifts[low]!
  }
}
