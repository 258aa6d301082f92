import { availableParallelism } from 'node:os'
import { Crew, type Work } from './crew.ts'

/** Inputs that a thread is given at a time: one to work on, one to go on with. */
const AHEAD = 2

/** Threads beside this one: one for each processor, and none where there is but one. */
export function helperThreads(): number {
  const processors = availableParallelism()
  return processors > 1 ? Math.min(processors, 8) : 0
}

/** Does all inputs in so many other threads while this one waits, and gives the results in the order of the inputs. */
export async function share<Input, Answer, Result>(
  inputs: readonly Input[],
  work: Work<Input, Answer, Result>,
  threads = helperThreads(),
): Promise<Result[]> {
  const crew = new Crew(work, { threads: Math.min(threads, inputs.length - 1), ahead: AHEAD })
  for (const input of inputs) crew.add(input)
  return await crew.finish()
}
