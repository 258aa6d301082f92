import { cutParts, joinParts, type Piece, splitPieces, textsOf } from '@notes/parser/apart'
import type { Root } from 'mdast'
import { share, helperThreads } from '../threads/share.ts'
import { type FlatPieces, unflattenPieces } from './flat-pieces.ts'

/** UTF-16 units of Markdown from which threads save more time than they take to start. */
const LARGE = 400_000

/** UTF-16 units that a thread is given at a time. */
const PORTION = 64_000

/** Texts that are parsed one after the other. */
export type Portion = string[]

/**
 * Parses Markdown in all of the machine's processors, if it is enough for them: for each text a function that gives
 * the tree of the whole text, the same as without threads. Absent texts and short ones have none. `meanwhile` is
 * called when the other threads have begun, if there are any.
 */
export async function parseApart(
  texts: readonly (string | undefined)[],
  { threads = helperThreads(), meanwhile }: { threads?: number; meanwhile?: () => void } = {},
): Promise<((() => Root) | undefined)[]> {
  const total = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  if (threads < 1 || total < LARGE) return texts.map(() => undefined)
  const cut = texts.map((text) => text !== undefined && cutParts(text, PORTION))
  const parts = cut.flatMap((one) => (one ? textsOf(one) : []))
  const portions = portionsOf(parts)
  const parsing = share<Portion, FlatPieces[], Piece[][]>(
    portions,
    {
      module: new URL(import.meta.url.replace(/parse-apart(\.[jt]s)$/u, 'parse-worker$1')),
      here: (portion) => portion.map((text) => [...splitPieces(text)]),
      receive: (flat, portion) => flat.map((one, index) => unflattenPieces(portion[index]!, one)),
    },
    threads,
  )
  meanwhile?.()
  const pieces = (await parsing).flat()
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
