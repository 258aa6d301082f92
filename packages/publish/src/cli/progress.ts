import { createLogUpdate } from 'log-update'
import type { Io } from './io.ts'

/** Shows what is going on: one self-updating line on a terminal, a line for each stage elsewhere. */
export interface ProgressLine {
  report: (stage: string, done?: number, total?: number) => void
  /** Takes the line away, before other output and at the end. */
  clear: () => void
}

/** Progress on stderr. */
export function createProgress({ stderr, env }: Pick<Io, 'stderr' | 'env'>): ProgressLine {
  // A CI log is no terminal even where it pretends to be one: every update would be a line of its own. A terminal
  // without a size, as `script` makes one, cannot be written over.
  const isTerminal = stderr.isTTY && stderr.rows > 0 && stderr.columns > 0
  if (!isTerminal || env['CI'] || env['TERM'] === 'dumb') return plainProgress(stderr)
  const line = createLogUpdate(stderr)
  return {
    report: (stage, done, total) => line(`${stage}${share(done, total)} …`),
    clear: () => line.clear(),
  }
}

function plainProgress(stderr: NodeJS.WriteStream): ProgressLine {
  let last: string | undefined
  return {
    report: (stage) => {
      if (stage !== last) stderr.write(`${stage} …\n`)
      last = stage
    },
    clear: () => undefined,
  }
}

function share(done: number | undefined, total: number | undefined): string {
  if (done === undefined) return ''
  return total === undefined || total === 0
    ? ` ${done}`
    : ` ${Math.min(100, Math.floor((done / total) * 100))} %`
}
