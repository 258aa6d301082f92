/** Runs jobs one after another, beside what adds them: one runs while the next is made, and no more. */
export interface Queue {
  /** Waits for the jobs before and starts this one. Throws what one of those before threw. */
  add(job: () => Promise<void>): Promise<void>
  /** Waits for the last job. */
  end(): Promise<void>
}

export function createQueue(): Queue {
  let last = Promise.resolve()
  return {
    add: async (job) => {
      await last
      last = job()
      // Thrown where the next one is added.
      last.catch(() => undefined)
    },
    end: async () => await last,
  }
}
