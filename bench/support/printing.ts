import { findBrowser, type FoundBrowser } from '@notes/publish'
import { type TreeUse, watchTree } from './process-tree.ts'

/** The browser that `notes build` would take. */
export async function foundBrowser(): Promise<FoundBrowser> {
  const found = await findBrowser(process.env)
  if (found.missing !== undefined) throw new Error(found.missing)
  return found
}

/** Memory and processor time of this process and its browser while something runs, and the time by the clock. */
export async function useOf(run: () => Promise<void>): Promise<TreeUse & { time: number }> {
  const start = performance.now()
  const tree = watchTree()
  await run()
  return { ...tree.stop(), time: performance.now() - start }
}

/** A time by the clock in seconds, for reading. */
export function seconds({ time }: { time: number }): string {
  return (time / 1000).toFixed(1)
}
