/** One place in a row of choices. */
export interface Step {
  /** How well each state follows the start (row 0) and each state of the step before (row 1 and on). */
  fit: readonly (readonly number[])[]
  /** How well each state suits the step itself. */
  scores: readonly number[]
}

/**
 * The score of the best row of states that goes through each state of each step. Time grows linearly with the number
 * of steps.
 */
export function bestThrough(steps: readonly Step[]): number[][] {
  const ahead: number[][] = []
  for (const [at, { fit, scores }] of steps.entries()) {
    const above = ahead[at - 1]
    ahead.push(scores.map((score, to) => score + (above ? bestFrom(above, fit, to) : (fit[0]?.[to] ?? 0))))
  }
  let behind = steps.at(-1)?.scores.map(() => 0) ?? []
  for (let at = steps.length - 1; at >= 0; at--) {
    const totals = ahead[at] as number[]
    const below = behind
    const { fit, scores } = steps[at] as Step
    ahead[at] = totals.map((score, state) => score + (below[state] ?? 0))
    behind = below.map((_, from) => bestTo(fit[from + 1] ?? [], scores, below))
  }
  return ahead
}

function bestFrom(above: readonly number[], fit: Step['fit'], to: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let from = 0; from < above.length; from++) {
    best = Math.max(best, (above[from] as number) + (fit[from + 1]?.[to] as number))
  }
  return best
}

function bestTo(fit: readonly number[], scores: readonly number[], below: readonly number[]): number {
  let best = Number.NEGATIVE_INFINITY
  for (let to = 0; to < fit.length; to++) {
    best = Math.max(best, (fit[to] as number) + (scores[to] as number) + (below[to] as number))
  }
  return best
}
