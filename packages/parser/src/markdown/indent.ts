/** Columns that white space takes: a tab reaches the next multiple of four, a full-width space takes two. */
export function widthOf(space: string, from = 0): number {
  let column = from
  for (const character of space)
    column += character === '\t' ? 4 - (column % 4) : character === '\u3000' ? 2 : 1
  return column - from
}

const MARKER = /^([-*+]|\d{1,9}[.)])([ \t\u3000]+|$)/

/** The marker of a list item at the head of a text. */
export interface Marker {
  /** `-`, `*`, `+`, `1.`, `2)` … */
  sign: string
  /** White space behind it. */
  space: string
}

export function readMarker(text: string): Marker | undefined {
  const match = MARKER.exec(text)
  return match && !isRule(text) ? { sign: match[1]!, space: match[2]! } : undefined
}

/** Column where the text of an item begins whose marker stands at `column`. */
export function contentColumn(column: number, { sign, space }: Marker, isEmpty: boolean): number {
  const after = column + sign.length
  const width = widthOf(space, after)
  return isEmpty || width > 4 ? after + 1 : after + Math.max(1, width)
}

/** A thematic break, e.g. `- - -`. */
function isRule(text: string): boolean {
  return /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)
}
