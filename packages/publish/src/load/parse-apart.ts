import { cutParts, joinParts, type Piece, splitPieces, textsOf } from '@notes/parser/apart'
import type { Root } from 'mdast'
import { Crew, helperThreads } from '../threads/crew.ts'
import { type FlatPieces, unflattenPieces } from './flat-pieces.ts'

/** Bytes of Markdown from which threads save more time than they take to start. */
const LARGE = 1_000_000

/** UTF-16 units that a thread is given at a time: two at once, one to work on and one to go on with. */
const PORTION = 64_000

/** Texts that are parsed one after the other. */
export type Portion = string[]

/** Threads that parse. */
export type Parsers = Crew<Portion, FlatPieces[], Piece[][]>

/** Starts threads for so many bytes of Markdown, and none for few: they can start while the notes are still read. */
export function startParsers(bytes: number, threads = helperThreads()): Parsers | undefined {
  if (threads < 1 || bytes < LARGE) return undefined
  return new Crew<Portion, FlatPieces[], Piece[][]>(
    {
      module: new URL(import.meta.url.replace(/parse-apart(\.[jt]s)$/u, 'parse-worker$1')),
      here: (portion) => portion.map((text) => [...splitPieces(text)]),
      receive: (flat, portion) => flat.map((one, index) => unflattenPieces(portion[index]!, one)),
    },
    { threads, ahead: 2 },
  )
}

/**
 * Parses Markdown in other threads: for each text a function that gives the tree of the whole text, the same as
 * without threads. Absent texts have none, and without threads no text has one. `meanwhile` is called when they have
 * begun.
 */
export async function parseApart(
  texts: readonly (string | undefined)[],
  parsers: Parsers | undefined,
  meanwhile?: () => void,
): Promise<((() => Root) | undefined)[]> {
  if (!parsers) return texts.map(() => undefined)
  const cut = texts.map((text) => text !== undefined && cutParts(text, PORTION))
  for (const portion of portionsOf(cut.flatMap((one) => (one ? textsOf(one) : [])))) parsers.add(portion)
  meanwhile?.()
  const pieces = (await parsers.finish()).flat()
  let first = 0
  return cut.map((one) => {
    if (!one) return undefined
    const own = pieces.slice(first, (first += one.boundaries.length + 1))
    return () => joinParts(one, own)
  })
}

function portionsOf(texts: readonly string[]): Portion[] {
  const portions: Portion[] = []
  let room = 0
  for (const text of texts) {
    if (room <= 0) {
      portions.push([])
      room = PORTION
    }
    portions.at(-1)!.push(text)
    room -= text.length
  }
  return portions
}
