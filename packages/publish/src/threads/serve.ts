import { parentPort, type Transferable } from 'node:worker_threads'
import type { Message } from './helper.ts'

interface Answer {
  value: unknown
  /** What of the value is not copied. */
  transfer: Transferable[]
}

/** Answers the inputs that a crew gives to this thread. */
export function serve(answer: (input: never) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async ({ index, value: input }: Message<never>) => {
    const { value, transfer } = await answer(input)
    parentPort?.postMessage({ index, value } satisfies Message<unknown>, transfer)
  })
}
