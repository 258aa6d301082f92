import { cutParts, joinParts, type Parts, type Piece, splitPieces, textsOf } from '@notes/parser/apart'
import type { Root } from 'mdast'
import { Crew, helperThreads, workerBeside } from '../threads/crew.ts'
import { type FlatPieces, unflattenPieces } from './flat-pieces.ts'

/** Bytes of Markdown from which threads save more time than they take to start. */
const LARGE = 1_000_000

/** UTF-16 units that a thread is given at a time: two at once, one to work on and one to go on with. */
const PORTION = 64_000

/** Texts that are parsed one after the other. */
export type Portion = string[]

/** Parses Markdown in other threads while more of it is read, if there is enough of it. */
export class ApartParser {
  readonly #threads: number
  readonly #cut: (Parts | undefined)[] = []
  #crew: Crew<Portion, FlatPieces[], Piece[][]> | undefined
  #bytes = 0
  /** What no thread has been given yet. */
  #portions: Portion[] = []
  #room = 0

  constructor(threads = helperThreads()) {
    this.#threads = threads
  }

  /** Says how long the next text is before it is there: the threads can start meanwhile. */
  expect(bytes: number): void {
    this.#bytes += bytes
    if (this.#threads > 0 && this.#bytes >= LARGE) this.#crew ??= newCrew(this.#threads)
  }

  /** Adds a text, or the place of one that is none of remark's. */
  add(text: string | undefined): void {
    const parts = text === undefined ? undefined : cutParts(text, PORTION)
    this.#cut.push(parts)
    for (const part of parts ? textsOf(parts) : []) {
      if (this.#room <= 0) {
        this.#give()
        this.#portions.push([])
        this.#room = PORTION
      }
      this.#portions.at(-1)!.push(part)
      this.#room -= part.length
    }
  }

  /**
   * For each text, in their order, a function that gives its tree, the same as without threads; none where there are no
   * threads. `meanwhile` is called while they work.
   */
  async *trees(meanwhile?: () => void): AsyncGenerator<(() => Root) | undefined, void> {
    this.#give()
    if (this.#crew) meanwhile?.()
    const results = this.#crew?.results()
    try {
      const ready: Piece[][] = []
      for (const parts of this.#cut) {
        if (!parts || !results) {
          yield undefined
          continue
        }
        const count = parts.boundaries.length + 1
        while (ready.length < count) ready.push(...((await results.next()).value ?? []))
        const own = ready.splice(0, count)
        yield () => joinParts(parts, own)
      }
      // Behind the last result the threads end.
      await results?.next()
    } finally {
      await results?.return()
    }
  }

  #give(): void {
    if (!this.#crew) return
    for (const portion of this.#portions) this.#crew.add(portion)
    this.#portions = []
  }
}

function newCrew(threads: number): Crew<Portion, FlatPieces[], Piece[][]> {
  return new Crew<Portion, FlatPieces[], Piece[][]>(
    {
      module: workerBeside(import.meta.url, 'parse-worker'),
      here: (portion) => portion.map((text) => [...splitPieces(text)]),
      receive: (flat, portion) => flat.map((one, index) => unflattenPieces(portion[index]!, one)),
    },
    { threads, ahead: 2 },
  )
}
