import type { List, Nodes, RootContent } from 'mdast'
import { readMarker } from './indent.ts'

/** A place where a text may be cut in two without changing how its blocks are read. */
export interface Boundary {
  offset: number
  /** A blank line stands before it. */
  afterBlank: boolean
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y

/** The first place at or behind `from` (the start of a line) where a cut may be tried. */
export function findBoundary(text: string, from: number): Boundary | undefined {
  let afterBlank = false
  LINE.lastIndex = from
  while (LINE.lastIndex < text.length) {
    const offset = LINE.lastIndex
    const line = LINE.exec(text)![1]!
    const isBlank = /^[ \t]*$/.test(line)
    // A mark that remark drops at the head of a text must not come to stand there.
    const mayCut = offset > from && !isBlank && !/^[ \t\uFEFF]/.test(line)
    if (mayCut && (afterBlank || isItem(line))) return { offset, afterBlank }
    afterBlank = isBlank
  }
  return undefined
}

/** A line that begins an item, and not an empty one. */
function isItem(line: string): boolean {
  const marker = readMarker(line)
  return marker !== undefined && /^[ \t]/.test(marker.space) && line.trim().length > marker.sign.length
}

/** The start of the first line at or behind an offset. */
export function lineStartAt(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length))
  LINE.lastIndex = offset - 1
  LINE.exec(text)
  return LINE.lastIndex
}

/**
 * Whether the blocks read so far end at a boundary: `last` is their last block, in `text` as far as the boundary;
 * `next` is the line behind it.
 */
export function endsAt(
  last: RootContent | undefined,
  text: string,
  next: string,
  afterBlank: boolean,
): boolean {
  if (!last) return true
  if (!afterBlank && !(last.type === 'list' && continuesList(last, text, next))) return false
  // Where an item ends what stands open in it, remark counts the next marker to it, and behind indented code it reads
  // `- -` otherwise: such neighbours are kept together.
  const leaf = lastLeaf(last)
  const source = text.slice(leaf.position!.start.offset, leaf.position!.end.offset)
  if (leaf.type === 'code') return isClosedFence(source)
  return leaf.type !== 'html' || !isOpenHtml(source)
}

function lastLeaf(node: Nodes): Nodes {
  let leaf = node
  while ('children' in leaf && leaf.children.length > 0) leaf = leaf.children.at(-1)!
  return leaf
}

/** Whether a line begins the next item of a list. */
export function continuesList(list: List, text: string, line: string): boolean {
  const before = readMarker(lineAt(text, list.position!.start.offset!))
  const marker = readMarker(line)
  return before !== undefined && marker !== undefined && before.sign.at(-1) === marker.sign.at(-1)
}

export function lineAt(text: string, offset: number): string {
  LINE.lastIndex = offset
  return LINE.exec(text)![1]!
}

function isClosedFence(source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (!fence || !/[\r\n]/.test(source)) return false
  const lastLine = source.slice(source.search(/[^\r\n]*$/))
  return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`).test(lastLine)
}

/** HTML that a blank line does not end. */
function isOpenHtml(source: string): boolean {
  const ends: [RegExp, RegExp][] = [
    [/^<!--/, /-->/],
    [/^<\?/, /\?>/],
    [/^<!\[CDATA\[/, /\]\]>/],
    [/^<![a-z]/i, />/],
    [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  ]
  const end = ends.find(([start]) => start.test(source))?.[1]
  return end !== undefined && !end.test(source)
}
