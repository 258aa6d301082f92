/**
 * Milliseconds of processor time that one run takes, so that other work on the machine does not count: the least of
 * several runs, since everything else only adds.
 */
export function best(runs: number, run: () => unknown): number {
  let least = Infinity
  for (let count = 0; count < runs; count++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** Prints a row: what was measured, its time, and its ratio to a baseline with the ratio asked for. */
export function report(
  name: string,
  time: number,
  baseline?: { name: string; time: number; most: number },
): void {
  const shown = `${name.padEnd(44)} ${time.toFixed(1).padStart(9)} ms`
  if (!baseline) return console.log(shown)
  const ratio = time / baseline.time
  const verdict = ratio <= baseline.most ? 'ok' : 'TOO SLOW'
  console.log(`${shown}   ${ratio.toFixed(3)} of ${baseline.name} (at most ${baseline.most}): ${verdict}`)
}
