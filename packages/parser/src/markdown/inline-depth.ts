/** What opens or closes phrasing: runs of `*`, `_` and `~~`, brackets; code and escapes are passed over. */
const MARK = /\\.|(`+)(?:(?!`)[\s\S])*?(?<!`)\1(?!`)|`+|\*+|_+|~~(?!~)|[[\]]/gs
const SPACE = /^[\s\u3000]?$/
const PUNCTUATION = /^[\p{P}\p{S}]$/u

/** Marks of one paragraph that are read: the time grows with the square of their number. */
const MAX_MARKS = 3000

/**
 * Follows how deep emphasis and links are nested in a paragraph: the time that remark takes to read and to write them
 * grows with the square of it, or worse. It counts what may open, so that a paragraph of unclosed marks counts, too.
 */
export class InlineDepth {
  readonly #limit: number
  #open: Record<string, number> = {}
  #depth = 0
  #marks = 0
  #isFull = false

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Begins another paragraph. */
  reset(): void {
    if (this.#marks === 0) return
    this.#open = {}
    this.#depth = 0
    this.#marks = 0
    this.#isFull = false
  }

  /** Where marks stand in a line that open what is nested too deep, or close it. */
  tooDeep(line: string): number[] {
    const found: number[] = []
    if (!/[[\]*_~]/.test(line)) return found
    for (const { 0: run, index } of line.matchAll(MARK)) {
      const sign = run[0]!
      if (sign === '\\' || sign === '`') continue
      if (this.#isRead(line, index, run)) continue
      this.#isFull = true
      for (let at = 0; at < run.length; at++) found.push(index + at)
    }
    return found
  }

  /** Whether a run of marks is left to remark. */
  #isRead(line: string, index: number, run: string): boolean {
    const sign = run[0]!
    const side = sign === '[' ? 'open' : sign === ']' ? 'close' : this.#sideOf(line, index, run)
    if (!side) return true
    if (++this.#marks > MAX_MARKS) return false
    const levels = Math.ceil(run.length / 2)
    const key = sign === ']' ? '[' : sign
    const open = this.#open[key] ?? 0
    if (side === 'close') {
      const closed = Math.min(open, levels)
      this.#open[key] = open - closed
      this.#depth -= closed
      // What closes nothing is looked for in all that stands before it.
      return closed > 0 || !this.#isFull
    }
    if (this.#depth + levels > this.#limit) return false
    this.#open[key] = open + levels
    this.#depth += levels
    return true
  }

  /** CommonMark's left- and right-flanking runs. */
  #sideOf(line: string, index: number, run: string): 'open' | 'close' | undefined {
    const before = line[index - 1] ?? ''
    const behind = line[index + run.length] ?? ''
    const mayOpen =
      !SPACE.test(behind) && (!PUNCTUATION.test(behind) || SPACE.test(before) || PUNCTUATION.test(before))
    const mayClose =
      !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(behind) || PUNCTUATION.test(behind))
    if (mayClose && (!mayOpen || (this.#open[run[0]!] ?? 0) > 0)) return 'close'
    return mayOpen ? 'open' : undefined
  }
}
