import { createHash } from 'node:crypto'

/** Takes a file's bytes in their order. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>

/** Bytes that are gathered before they are handed on. */
const BLOCK = 1 << 20

/** Writes a PDF object by object; of what is handed on, only the places of the objects are kept. */
export class PdfWriter {
  readonly #sink: ByteSink
  readonly #hash = createHash('sha256')
  readonly #starts: number[] = [-1]
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #length = 0

  constructor(sink: ByteSink) {
    this.#sink = sink
    this.#push(Buffer.from('%PDF-1.7\n%\xD3\xEB\xE9\xE1\n', 'latin1'))
  }

  /** The number that the next object gets. */
  get next(): number {
    return this.#starts.length
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#starts.push(-1) - 1
  }

  /** Writes an object, in Latin-1. */
  put(number: number, ...body: (string | Uint8Array)[]): void {
    this.#starts[number] = this.#length
    this.#push(Buffer.from(`${number} 0 obj\n`))
    for (const part of body) this.#push(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
    this.#push(Buffer.from('\nendobj\n'))
  }

  add(...body: (string | Uint8Array)[]): number {
    const number = this.reserve()
    this.put(number, ...body)
    return number
  }

  /** Hands on what was written. */
  async flush(least = BLOCK): Promise<void> {
    if (this.#waitingBytes < least) return
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    this.#hash.update(bytes)
    await this.#sink(bytes)
  }

  /** Ends the file. Its identifier is made of what was written, so that the same file gets the same. */
  async end(root: number, info: number): Promise<void> {
    await this.flush(0)
    const id = this.#hash.copy().digest('hex').slice(0, 32).toUpperCase()
    const table = this.#length
    const entries = this.#starts.map((start) =>
      start < 0 ? '0000000000 65535 f \n' : `${String(start).padStart(10, '0')} 00000 n \n`,
    )
    const size = this.#starts.length
    const trailer = `<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>`
    this.#push(
      Buffer.from(
        `xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`,
        'latin1',
      ),
    )
    await this.flush(0)
  }

  #push(bytes: Uint8Array): void {
    this.#waiting.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    this.#waitingBytes += bytes.length
    this.#length += bytes.length
  }
}
