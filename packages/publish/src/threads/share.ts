import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** Work on many inputs, each for itself, that may be done in any thread with the same result. */
export interface Work<Input, Answer, Result> {
  /** The module that `serve`s the work in a thread of its own. */
  module: URL
  /** Does one input in this thread. */
  here: (input: Input) => Result
  /** The result for an input out of what a thread answers. */
  receive: (answer: Answer, input: Input) => Result
}

/** What is sent to a thread, and what comes back. */
export interface Message<T> {
  index: number
  value: T
}

/** Inputs that a thread is given at a time: one to work on, one to go on with. */
const AHEAD = 2

/** Threads beside this one: one for each processor, and none where there is but one. */
export function helperThreads(): number {
  const processors = availableParallelism()
  return processors > 1 ? Math.min(processors, 8) : 0
}

/**
 * Does all inputs in so many other threads, and gives the results in the order of the inputs. This thread takes part
 * only where there are not two others: its garbage is dearer to collect than theirs. Where a thread cannot be
 * started or fails, what it was given is done by the rest. No thread is left when the results are there.
 */
export async function share<Input, Answer, Result>(
  inputs: readonly Input[],
  work: Work<Input, Answer, Result>,
  threads = helperThreads(),
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = inputs.map((_, index) => index).toReversed()
  const helpers = new Set<Helper<Input, Answer>>()
  let news = Promise.withResolvers<void>()
  for (let count = 0; count < Math.min(threads, inputs.length - 1); count++) {
    const helper = new Helper<Input, Answer>(work.module, {
      answered: ({ index, value }) => {
        results[index] = work.receive(value, inputs[index]!)
        feed(helper)
        news.resolve()
      },
      failed: (lost) => {
        helpers.delete(helper)
        waiting.push(...lost)
        news.resolve()
      },
    })
    helpers.add(helper)
    feed(helper)
  }
  try {
    for (;;) {
      const busy = [...helpers].filter((helper) => helper.busy).length
      const index = busy < 2 ? waiting.pop() : undefined
      if (index !== undefined) {
        results[index] = work.here(inputs[index]!)
        // Lets answers come in.
        await setImmediate()
      } else if (busy > 0) {
        await news.promise
        news = Promise.withResolvers()
      } else return results
    }
  } finally {
    await Promise.all([...helpers].map((helper) => helper.end()))
  }

  function feed(helper: Helper<Input, Answer>): void {
    while (helper.given < AHEAD) {
      const index = waiting.pop()
      if (index === undefined) return
      helper.give({ index, value: inputs[index]! })
    }
  }
}

/** One thread and what it has been given. */
class Helper<Input, Answer> {
  readonly #given = new Set<number>()
  readonly #worker: Worker | undefined

  constructor(
    module: URL,
    events: { answered: (message: Message<Answer>) => void; failed: (lost: number[]) => void },
  ) {
    try {
      // Most of what these threads make is garbage at once, and is cheaper to collect in a large young generation.
      this.#worker = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    } catch {
      // A process may be forbidden to have threads.
      return
    }
    const fail = (): void => {
      events.failed([...this.#given])
      this.#given.clear()
    }
    this.#worker.unref()
    this.#worker.once('error', fail)
    this.#worker.once('exit', fail)
    this.#worker.on('message', (message: Message<Answer>) => {
      this.#given.delete(message.index)
      events.answered(message)
    })
  }

  get given(): number {
    return this.#worker ? this.#given.size : AHEAD
  }

  get busy(): boolean {
    return this.#given.size > 0
  }

  give(message: Message<Input>): void {
    this.#given.add(message.index)
    this.#worker?.postMessage(message)
  }

  async end(): Promise<void> {
    this.#worker?.removeAllListeners()
    await this.#worker?.terminate()
  }
}
