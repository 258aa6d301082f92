import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { Crew, helperThreads, workerBeside } from '../threads/crew.ts'
import type { ZipEntry } from './zip.ts'

/** A file of the container, before it is compressed. */
export interface ContainedFile {
  path: string
  content: string | Uint8Array
  compress: boolean
}

/** Contents compressed one by one, their bytes one after the other. */
export interface Deflated {
  sizes: number[]
  crcs: number[]
  lengths: number[]
  bytes: Uint8Array<ArrayBuffer>
}

/** UTF-16 units from which threads save more time than they take to start. */
const LARGE = 1_000_000

/** UTF-16 units that a thread is given at a time. */
const PORTION = 250_000

/**
 * Compresses the files of the container as they come, in other threads where there is much of them. fflate's DEFLATE
 * is fast and, unlike Node's zlib, the same on every version and processor.
 */
export class Deflater {
  readonly #threads: number
  readonly #entries: (ZipEntry | { portion: number; at: number; path: string })[] = []
  readonly #portions: string[][] = []
  #room = 0
  #total = 0
  #given = 0
  #crew: Crew<string[], Deflated, Deflated> | undefined

  constructor(threads = helperThreads()) {
    this.#threads = threads
  }

  add(file: ContainedFile): void {
    const { path, content, compress } = file
    if (typeof content !== 'string' || !compress) {
      this.#entries.push(entryOf(file))
      return
    }
    if (this.#room <= 0) {
      this.#give()
      this.#portions.push([])
      this.#room = PORTION
    }
    const portion = this.#portions.at(-1)!
    this.#entries.push({ path, portion: this.#portions.length - 1, at: portion.push(content) - 1 })
    this.#room -= content.length
    this.#total += content.length
  }

  /** All files, in the order in which they came. */
  async finish(): Promise<ZipEntry[]> {
    this.#give()
    const crew = this.#crew ?? this.#newCrew(0)
    for (const portion of this.#portions.slice(this.#given)) crew.add(portion)
    const deflated: ReturnType<typeof dataOf>[] = []
    for await (const answer of crew.results()) deflated.push(dataOf(answer))
    return this.#entries.map((entry) =>
      'portion' in entry
        ? { path: entry.path, ...deflated[entry.portion]![entry.at]!, deflated: true }
        : entry,
    )
  }

  /** Gives to the threads what is there, if it is enough for them. */
  #give(): void {
    if (this.#threads < 1 || (!this.#crew && this.#total < LARGE)) return
    this.#crew ??= this.#newCrew(this.#threads)
    while (this.#given < this.#portions.length) this.#crew.add(this.#portions[this.#given++]!)
  }

  #newCrew(threads: number): Crew<string[], Deflated, Deflated> {
    const module = workerBeside(import.meta.url, 'deflate-worker')
    const work = { module, here: deflateTexts, receive: (answer: Deflated) => answer }
    return new Crew<string[], Deflated, Deflated>(work, { threads, ahead: Infinity })
  }
}

/** Compresses texts as UTF-8. */
export function deflateTexts(texts: readonly string[]): Deflated {
  const contents = texts.map((text) => new TextEncoder().encode(text))
  const deflated = contents.map((content) => deflate(content))
  const bytes = new Uint8Array(deflated.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of deflated) {
    bytes.set(each, at)
    at += each.length
  }
  return {
    sizes: contents.map(({ length }) => length),
    crcs: contents.map((content) => crc32(content)),
    lengths: deflated.map(({ length }) => length),
    bytes,
  }
}

function deflate(content: Uint8Array): Uint8Array {
  return deflateSync(content, { level: 6 })
}

/** The contents that were compressed together, one by one. */
function dataOf({ sizes, crcs, lengths, bytes }: Deflated): Pick<ZipEntry, 'size' | 'crc' | 'data'>[] {
  let at = 0
  return lengths.map((length, index) => {
    return { size: sizes[index]!, crc: crcs[index]!, data: bytes.subarray(at, (at += length)) }
  })
}

/** An entry of what is no text, or is not compressed. */
function entryOf({ path, content, compress }: ContainedFile): ZipEntry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const data = compress ? deflate(bytes) : bytes
  return { path, size: bytes.length, crc: crc32(bytes), data, deflated: compress }
}
