import { readdirSync, readFileSync } from 'node:fs'

/** What this process and all its children used. */
export interface TreeUse {
  /** Milliseconds of processor time. */
  cpu: number
  /** The highest sum of proportional memory, in MB. */
  memory: number
}

/** Milliseconds of one tick of the kernel's clock. */
const TICK = 10

/** Watches a process, this one where none is named, and all its children until it is stopped (Linux only). */
export function watchTree(root = process.pid): { stop(): TreeUse } {
  const first = ticksOf(root)
  const ticks = new Map<number, number>()
  let peak = 0
  const look = (): void => {
    const tree = treeOf(root)
    for (const id of tree) ticks.set(id, ticksOf(id))
    peak = Math.max(peak, memoryOf(tree))
  }
  const timer = setInterval(look, 200)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      ticks.set(root, ticksOf(root) - first)
      const cpu = [...ticks.values()].reduce((sum, each) => sum + each, 0) * TICK
      return { cpu, memory: Math.round(peak) }
    },
  }
}

/** Proportional memory of some processes, in MB. */
export function memoryOf(ids: readonly number[]): number {
  const sizes = ids.map((id) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0))
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? -1)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all = [root]
  for (const id of all) all.push(...(children.get(id) ?? []))
  return all
}

function ticksOf(id: number): number {
  const stat = read(`/proc/${id}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
