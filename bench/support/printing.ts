import { findBrowser, type FoundBrowser } from '@notes/publish'
import { type TreeUse, watchTree } from './process-tree.ts'

/** The browser that `notes build` would take. */
export async function foundBrowser(): Promise<FoundBrowser> {
  const found = await findBrowser(process.env)
  if (found.missing !== undefined) throw new Error(found.missing)
  return found
}

/**
 * Memory and processor time of a process, this one where none is named, and its browser while something runs, and the
 * time by the clock.
 */
export async function useOf(run: () => Promise<void>, root?: number): Promise<TreeUse & { time: number }> {
  const start = performance.now()
  const tree = watchTree(root)
  await run()
  return { ...tree.stop(), time: performance.now() - start }
}

/** A time by the clock in seconds, for reading. */
export function seconds({ time }: { time: number }): string {
  return (time / 1000).toFixed(1)
}
