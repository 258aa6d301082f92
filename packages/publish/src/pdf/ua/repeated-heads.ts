/** Tells the heads of tables that a browser draws again where a table goes on in the next column. */
export class RepeatedHeads {
  /** The first piece of its head, by piece. */
  readonly #firsts: ReadonlyMap<number, number>
  readonly #texts = new Map<number, string>()
  readonly #again = new Set<number>()

  /** `heads` are the pieces of each head, in their order. */
  constructor(heads: readonly (readonly number[])[]) {
    this.#firsts = new Map(heads.flatMap((head) => head.map((mcid) => [mcid, head[0] ?? mcid])))
  }

  /** Whether a piece says what its head said first, or follows one that does; asked in the order of the drawing. */
  isAgain(mcid: number, drawing: () => string): boolean {
    const first = this.#firsts.get(mcid)
    if (first === undefined) return false
    const text = (drawing().match(/^.* Tj$/gm) ?? []).join('')
    if (mcid === first) this.#texts.set(first, text)
    else if (text === this.#texts.get(first)) this.#again.add(first)
    return this.#again.has(first)
  }
}
