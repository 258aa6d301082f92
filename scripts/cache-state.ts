import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How much of the last run came from Turborepo's cache, by the summary that `--summarize` left in a folder. */
export function cacheState(folder: string): 'hit' | 'partly' | 'none' {
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.json')) : undefined
  if (name === undefined) return 'none'
  const { tasks } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    tasks: { cache: { status: 'HIT' | 'MISS' } }[]
  }
  const hits = tasks.filter((task) => task.cache.status === 'HIT').length
  return hits === tasks.length ? 'hit' : hits > 0 ? 'partly' : 'none'
}
