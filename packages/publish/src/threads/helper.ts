import { Worker } from 'node:worker_threads'

/** What is sent to a thread, and what comes back. */
export interface Message<T> {
  index: number
  value: T
}

/** One thread and what it has been given. */
export class Helper<Input, Answer> {
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

  /** Whether the thread could be started. */
  get works(): boolean {
    return this.#worker !== undefined
  }

  /** How much it has to do. */
  get given(): number {
    return this.#given.size
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
