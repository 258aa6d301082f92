import { homedir } from 'node:os'
import { join } from 'node:path'

/** Variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The user's cache folder of Notes: browsers, the font for the system's list, remembered builds. */
export function cacheFolder(env: Environment): string {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'notes')
  const home = env['HOME'] || homedir()
  if (process.platform === 'win32')
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'notes')
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'notes')
  return join(home, '.cache', 'notes')
}
