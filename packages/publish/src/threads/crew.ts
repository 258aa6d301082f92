import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Helper } from './helper.ts'

/** Work on many inputs, each for itself, that may be done in any thread with the same result. */
export interface Work<Input, Answer, Result> {
  /** The module that `serve`s the work in a thread of its own. */
  module: URL
  /** Does one input in this thread. */
  here: (input: Input) => Result | Promise<Result>
  /** The result for an input out of what a thread answers. */
  receive: (answer: Answer, input: Input) => Result
}

/** The module of a thread beside another module, in whichever language both stand. */
export function workerBeside(module: string, name: string): URL {
  const [ending = ''] = /\.[jt]s$/u.exec(module) ?? []
  return new URL(`${name}${ending}`, module)
}

/** Threads beside this one: one for each processor, and none where there is but one. */
export function helperThreads(): number {
  const processors = availableParallelism()
  return processors > 1 ? Math.min(processors, 8) : 0
}

/**
 * Other threads that do the inputs that are added, from the first one on. Where a thread cannot be started or fails,
 * what it was given is done by the rest, and by this thread where there are not two of them.
 */
export class Crew<Input, Answer, Result> {
  readonly #work: Work<Input, Answer, Result>
  readonly #ahead: number
  readonly #helpers = new Set<Helper<Input, Answer>>()
  readonly #inputs: (Input | undefined)[] = []
  readonly #results = new Map<number, Result>()
  readonly #waiting: number[] = []
  #news = Promise.withResolvers<void>()

  /**
   * `ahead` is how many inputs a thread is given at a time: few, so that all end together, while this thread waits;
   * all of them where it goes on with something else.
   */
  constructor(work: Work<Input, Answer, Result>, { threads, ahead }: { threads: number; ahead: number }) {
    this.#work = work
    this.#ahead = ahead
    for (let count = 0; count < threads; count++) this.#hire()
  }

  add(input: Input): void {
    this.#waiting.push(this.#inputs.push(input) - 1)
    this.#feed()
  }

  /** The results in the order of the inputs, each when it is there. No thread is left behind the last. */
  async *results(): AsyncGenerator<Result, void> {
    try {
      for (let index = 0; index < this.#inputs.length; index++) {
        while (!this.#results.has(index)) await this.#goOn()
        yield this.#results.get(index)!
        this.#results.delete(index)
      }
    } finally {
      await Promise.all([...this.#helpers].map((helper) => helper.end()))
    }
  }

  /** Waits for an answer, or does what waits in this thread: its garbage is dearer to collect than the others'. */
  async #goOn(): Promise<void> {
    const busy = [...this.#helpers].filter(({ given }) => given > 0).length
    const index = busy < 2 ? this.#waiting.shift() : undefined
    if (index === undefined) {
      await this.#news.promise
      this.#news = Promise.withResolvers()
      return
    }
    this.#put(index, await this.#work.here(this.#inputs[index]!))
    // Lets answers come in.
    await setImmediate()
  }

  #put(index: number, result: Result): void {
    this.#results.set(index, result)
    // There may be a lot of it.
    this.#inputs[index] = undefined
  }

  #hire(): void {
    const helper = new Helper<Input, Answer>(this.#work.module, {
      answered: ({ index, value }) => {
        this.#put(index, this.#work.receive(value, this.#inputs[index]!))
        this.#feed()
        this.#news.resolve()
      },
      failed: (lost) => {
        this.#helpers.delete(helper)
        this.#waiting.push(...lost)
        this.#feed()
        this.#news.resolve()
      },
    })
    if (helper.works) this.#helpers.add(helper)
  }

  /** Gives what waits to those that have the least. */
  #feed(): void {
    while (this.#waiting.length > 0) {
      const [helper] = [...this.#helpers].toSorted((a, b) => a.given - b.given)
      if (!helper || helper.given >= this.#ahead) return
      const index = this.#waiting.shift()!
      helper.give({ index, value: this.#inputs[index]! })
    }
  }
}
