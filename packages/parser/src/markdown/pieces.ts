import type { Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { continuesList, endsAt, findBoundary, lineAt, lineStartAt } from './boundary.ts'
import { definitionsOf, prefixFor, type Sources } from './definitions.ts'
import { gfm } from './gfm.ts'
import { locate } from './locate.ts'
import { eachNode } from './walk.ts'

/** UTF-16 units of a piece. remark takes twice the time for each where pieces are twice as long, and no less below. */
const PIECE_SIZE = 4096

const processor = unified().use(remarkParse).use(gfm).freeze()

interface Piece {
  text: string
  offset: number
  line: number
  root: Root
}

/**
 * Parses Markdown in pieces of about `size`. The tree is the one that the whole text would give: a piece ends where
 * its last block does, a list that goes on is put together again, definitions and footnotes are known everywhere.
 */
export function parseInPieces(text: string, size = PIECE_SIZE): Root {
  const pieces = split(text, size)
  if (pieces.length > 1) shareDefinitions(pieces)
  const children: RootContent[] = []
  for (const piece of pieces) {
    if (piece.offset > 0) shift(piece.root, piece.offset, piece.line)
    append(children, piece.root.children, text)
  }
  const start = { line: 1, column: 1, offset: 0 }
  return { type: 'root', children, position: { start, end: pieces.at(-1)!.root.position!.end } }
}

function split(text: string, size: number): Piece[] {
  const pieces: Piece[] = []
  let offset = 0
  let line = 0
  do {
    const piece = cut(text, offset, size)
    pieces.push({ ...piece, offset, line })
    offset += piece.text.length
    line += countLines(piece.text)
  } while (offset < text.length)
  return pieces
}

/** Parses one piece; where its last block goes on behind it, a longer one. */
function cut(text: string, offset: number, size: number): { text: string; root: Root } {
  for (let length = size; ; length *= 2) {
    const boundary = findBoundary(text, lineStartAt(text, offset + length))
    const piece = text.slice(offset, boundary?.offset)
    const root = parse(piece)
    if (!boundary) return { text: piece, root }
    if (endsAt(root.children.at(-1), piece, lineAt(text, boundary.offset), boundary.afterBlank))
      return { text: piece, root }
  }
}

function parse(text: string): Root {
  const root = processor.parse(text)
  locate(root, text)
  return root
}

/** Parses those pieces again that refer to definitions of others, with these in front. */
function shareDefinitions(pieces: Piece[]): void {
  const own = pieces.map(({ root, text }) => definitionsOf(root, text))
  const all: Sources = new Map(own.flatMap((sources) => [...sources]))
  if (all.size === 0) return
  pieces.forEach((piece, index) => {
    const prefix = prefixFor(piece.text, all, own[index]!)
    if (!prefix) return
    const root = parse(prefix.text + piece.text)
    root.children.splice(0, prefix.count)
    shift(root, -prefix.text.length, -countLines(prefix.text))
    piece.root = root
  })
}

function append(children: RootContent[], more: RootContent[], text: string): void {
  const last = children.at(-1)
  const first = more[0]
  const start = first?.position!.start.offset
  if (last?.type === 'list' && first?.type === 'list' && continuesList(last, text, lineAt(text, start!))) {
    const gap = first.position!.start.line - last.position!.end.line > 1
    last.spread = last.spread || first.spread || gap
    for (const item of first.children) last.children.push(item)
    last.position!.end = first.position!.end
    more.shift()
  }
  for (const node of more) children.push(node)
}

function shift(root: Root, offset: number, line: number): void {
  eachNode(root, ({ position }) => {
    if (!position) return
    for (const point of [position.start, position.end]) {
      point.offset! += offset
      point.line += line
    }
  })
}

function countLines(text: string): number {
  let lines = 0
  for (const _ of text.matchAll(/\r\n|\n|\r/g)) lines++
  return lines
}
