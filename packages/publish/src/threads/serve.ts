import { parentPort, type Transferable } from 'node:worker_threads'
import type { Message } from './share.ts'

/** Answers the inputs that `share` sends to this thread. What the answer transfers is not copied. */
export function serve(answer: (input: never) => { value: unknown; transfer: Transferable[] }): void {
  parentPort?.on('message', ({ index, value: input }: Message<never>) => {
    const { value, transfer } = answer(input)
    parentPort?.postMessage({ index, value } satisfies Message<unknown>, transfer)
  })
}
