import { mkdir, open, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Code of the error for a folder on a file system that takes no files. */
export const unwritable = 'UNWRITABLE'

/**
 * Tries whether files can be written into a folder, before the work of a build: makes it and those above it that are
 * missing, writes a file, and takes all of it away again. Rejects with the system's error, or with the code
 * `unwritable` where the system says no more than that something is not there.
 */
export async function tryFolder(folder: string): Promise<void> {
  const made: string[] = []
  try {
    for (const path of await missingFolders(folder)) {
      // One by one: on file systems that make no folders, such as /proc, Node's `recursive` never ends.
      await mkdir(path)
      made.unshift(path)
    }
    const probe = join(folder, `.notes.${process.pid}.tmp`)
    await (await open(probe, 'wx')).close()
    await rm(probe)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw Object.assign(error as Error, { path: folder })
    throw Object.assign(new Error('Unwritable', { cause: error }), { code: unwritable, path: folder })
  } finally {
    for (const path of made) await rmdir(path).catch(() => undefined)
  }
}

/** The folder and those above it that do not exist, the highest first. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = []
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (found && !found.isDirectory()) throw Object.assign(new Error('No folder'), { code: 'EEXIST' })
    if (found || path === dirname(path)) return missing
    missing.unshift(path)
  }
}
