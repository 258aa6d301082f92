import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from './io.ts'

/** The absolute path of a folder or file that was given; a `UsageError` where there is none. */
export async function existingPath(path: string, cwd: string, command: string): Promise<string> {
  const absolute = resolve(cwd, path)
  try {
    await stat(absolute)
  } catch {
    throw new UsageError(`There is no file or folder “${path}”.`, command)
  }
  return absolute
}
