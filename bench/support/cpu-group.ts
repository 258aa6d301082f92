import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the kernel accounts processor time by group: version 1 and version 2. */
const ROOTS = [
  { folder: '/sys/fs/cgroup/cpuacct', read: (text: string) => Number(text) / 1e6, file: 'cpuacct.usage' },
  {
    folder: '/sys/fs/cgroup',
    read: (text: string) => Number(/^usage_usec (\d+)/m.exec(text)?.[1]) / 1e3,
    file: 'cpu.stat',
  },
]

/**
 * Milliseconds of processor time that this process and every process it starts meanwhile take, to the last of them:
 * a group of the kernel's counts also those that end unseen. Undefined where groups cannot be made.
 */
export async function cpuOfGroup(run: () => Promise<void>): Promise<number | undefined> {
  const root = ROOTS.find(({ folder }) => existsSync(join(folder, 'cgroup.procs')))
  const group = root && join(root.folder, `bench-${process.pid}-${Math.round(performance.now())}`)
  if (!group || !enter(group)) {
    await run()
    return
  }
  await run()
  // The browser's last processes end after it has said that it is closed.
  await new Promise((resolve) => {
    setTimeout(resolve, 500)
  })
  const used = root.read(readFileSync(join(group, root.file), 'utf8'))
  writeFileSync(join(root.folder, 'cgroup.procs'), String(process.pid))
  try {
    rmdirSync(group)
  } catch {
    // A process is still there: the empty group goes away with the machine.
  }
  return used
}

function enter(group: string): boolean {
  try {
    mkdirSync(group)
    writeFileSync(join(group, 'cgroup.procs'), String(process.pid))
    return true
  } catch {
    return false
  }
}
