import type { Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { continuesList, endsAt, findBoundary, lineAt, lineStartAt } from './boundary.ts'
import { definitionsOf, prefixFor, type Sources } from './definitions.ts'
import { gfm } from './gfm.ts'
import { locate } from './locate.ts'
import { eachNode } from './walk.ts'

/** UTF-16 units of a piece. remark's time for each unit grows with the length of a piece, and no longer falls below. */
const PIECE_SIZE = 1024

const commonMark = unified().use(remarkParse).freeze()
const withGfm = unified().use(remarkParse).use(gfm).freeze()

/** What no construct of GFM goes without; where there is none of it, looking for them takes a fifth of the time. */
const gfmSigns = /[|~@]|:-|-:|\[\^|\[[\sx]\]|https?:|www\./iu

/** A part of a text that ends where its last block does. */
export interface Piece {
  /** UTF-16 units. */
  length: number
  /** Its tree, as if nothing stood before it. */
  root: Root
}

/**
 * Parses Markdown in pieces of about `size`. The tree is the one that the whole text would give: a piece ends where
 * its last block does, a list that goes on is put together again, definitions and footnotes are known everywhere.
 */
export function parseInPieces(text: string, size = PIECE_SIZE): Root {
  return joinPieces(text, [...splitPieces(text, size)])
}

/** Parses a text piece by piece; what one piece defines is not known in the others yet. */
export function* splitPieces(text: string, size = PIECE_SIZE): Generator<Piece, void> {
  let offset = 0
  do {
    const piece = cut(text, offset, size)
    yield piece
    offset += piece.length
  } while (offset < text.length)
}

/** Makes one tree of all pieces of a text; changes theirs. */
export function joinPieces(text: string, pieces: readonly Piece[]): Root {
  const roots = pieces.length > 1 ? shareDefinitions(text, pieces) : pieces.map(({ root }) => root)
  const children: RootContent[] = []
  let offset = 0
  let line = 0
  for (const [index, { length }] of pieces.entries()) {
    const root = roots[index]!
    if (offset > 0) shift(root, offset, line)
    append(children, root.children, text)
    line += countLines(text.slice(offset, offset + length))
    offset += length
  }
  const start = { line: 1, column: 1, offset: 0 }
  return { type: 'root', children, position: { start, end: roots.at(-1)!.position!.end } }
}

/** Parses one piece; where its last block goes on behind it, a longer one. */
function cut(text: string, offset: number, size: number): Piece {
  for (let length = size; ; length *= 2) {
    const boundary = findBoundary(text, lineStartAt(text, offset + length))
    const piece = text.slice(offset, boundary?.offset)
    const root = parse(piece)
    if (!boundary || endsAt(root.children.at(-1), piece, lineAt(text, boundary.offset), boundary.afterBlank))
      return { length: piece.length, root }
  }
}

function parse(text: string): Root {
  if (!gfmSigns.test(text)) return commonMark.parse(text)
  const root = withGfm.parse(text)
  locate(root, text)
  return root
}

/** The pieces' trees; those that refer to definitions of others are parsed again, with these in front. */
function shareDefinitions(text: string, pieces: readonly Piece[]): Root[] {
  let offset = 0
  const texts = pieces.map(({ length }) => text.slice(offset, (offset += length)))
  const own = pieces.map(({ root }, index) => definitionsOf(root, texts[index]!))
  const all: Sources = new Map(own.flatMap((sources) => [...sources]))
  return pieces.map(({ root }, index) => {
    const piece = texts[index]!
    const prefix = all.size > 0 && prefixFor(piece, all, own[index]!)
    if (!prefix) return root
    const again = parse(prefix.text + piece)
    again.children.splice(0, prefix.count)
    shift(again, -prefix.text.length, -countLines(prefix.text))
    return again
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
