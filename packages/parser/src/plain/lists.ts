import type { List, ListItem } from 'mdast'
import { paragraphOf, type Stretch } from './inline.ts'
import { type Line, type Marker, pointOn } from './lines.ts'

/** Levels of nested lists that are kept as lists; what is nested deeper stays text of the deepest item. */
export const maxDepth = 100

/** Lists read from lines, and the first line that was nested too deep. */
export interface ListRun {
  lists: List[]
  tooDeep?: Line
}

interface Level {
  indent: number
  textIndent: number
  list: List
  item: ListItem
  ordered: boolean
  next: number
}

/**
 * Reads the lines of a run of items. A line without a marker belongs to the item above it whose text it is
 * indented as far as; a blank line before it makes it a paragraph of its own.
 */
export function readLists(source: string, lines: readonly Line[], asItems = false): ListRun {
  const run: ListRun = { lists: [] }
  const levels: Level[] = []
  let open: { stretches: Stretch[]; owner: ListItem } | undefined
  let blank = false
  let last = lines[0]

  const close = () => {
    if (open) open.owner.children.push(paragraphOf(source, open.stretches))
    open = undefined
  }
  const write = (line: Line, start: number, owner: ListItem) => {
    if (start >= line.end) return
    if (open && (blank || open.owner !== owner)) close()
    open ??= { stretches: [], owner }
    open.stretches.push({ line, start, end: line.end })
  }
  const pop = () => {
    const level = levels.pop()
    if (level) finish(level, last)
  }

  for (const line of lines) {
    if (line.text === '') {
      blank = true
      continue
    }
    const marker = line.marker ?? (asItems ? bare(line) : undefined)
    const deeper = marker && line.indent > (levels.at(-1)?.indent ?? -1)
    if (marker && !(deeper && levels.length >= maxDepth)) {
      close()
      while ((levels.at(-1)?.indent ?? -1) > line.indent) pop()
      place(line, marker)
      const level = levels.at(-1)
      if (level) write(line, marker.textStart, level.item)
    } else {
      if (marker) run.tooDeep ??= line
      // a paragraph belongs to the deepest item that it is indented under; a wrapped line to the item just above
      if (blank) while (levels.length > 1 && (levels.at(-1)?.textIndent ?? 0) > line.indent) leave()
      const level = levels.at(-1)
      if (level) write(line, line.textStart, level.item)
    }
    blank = false
    last = line
  }
  close()
  while (levels.length) pop()
  return run

  function leave() {
    close()
    pop()
  }

  function place(line: Line, marker: Marker) {
    const start = pointOn(line, line.textStart)
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      checked: marker.checked ?? null,
      children: [],
      position: { start, end: pointOn(line, line.end) },
    }
    const ordered = marker.number !== undefined
    const above = levels.at(-1)
    if (above?.indent === line.indent && above.ordered === ordered && continues(above, marker)) {
      finish(above, last)
      above.item = item
      above.textIndent = marker.indent
      above.next = (marker.number ?? 0) + 1
      above.list.children.push(item)
      return
    }
    if (above?.indent === line.indent) pop()
    const list: List = {
      type: 'list',
      ordered,
      start: marker.number ?? null,
      spread: false,
      children: [item],
      position: { start, end: pointOn(line, line.end) },
    }
    const parent = levels.at(-1)
    if (parent) parent.item.children.push(list)
    else run.lists.push(list)
    const next = (marker.number ?? 0) + 1
    levels.push({ indent: line.indent, textIndent: marker.indent, list, item, ordered, next })
  }
}

/** Numbers that do not count on would be lost in one list, so they begin another. */
function continues(level: Level, marker: Marker): boolean {
  return marker.number === undefined || marker.number === level.next
}

/** In text without bullets, an indented line is an item by its indentation alone. */
function bare(line: Line): Marker | undefined {
  return line.indent > 0 ? { textStart: line.textStart, indent: line.indent } : undefined
}

/** Ends a level's item, and the list with it, at the last line that was read. */
function finish({ item, list }: Level, last: Line | undefined) {
  if (!last) return
  const end = pointOn(last, last.end)
  if (item.position) item.position.end = end
  if (list.position) list.position.end = { ...end }
}
