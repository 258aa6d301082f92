import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from './io.ts'

/** The absolute path of a folder or file that was given; a `UsageError` where there is none. */
export async function existingPath(path: string, cwd: string, command: string): Promise<string> {
  const absolute = resolve(cwd, path)
  const found = await stat(absolute).catch(() => undefined)
  if (!found) throw new UsageError(`There is no file or folder “${path}”.`, command)
  // A pipe or a device could be read without end.
  if (!found.isFile() && !found.isDirectory()) {
    throw new UsageError(`“${path}” is neither a file nor a folder.`, command)
  }
  return absolute
}
