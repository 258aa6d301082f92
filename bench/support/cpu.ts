/** Milliseconds of processor time that one run takes: the least of several. A busy machine does not lengthen it. */
export function leastCpu(runs: number, run: () => unknown): number {
  let least = Infinity
  for (let count = 0; count < runs; count++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
