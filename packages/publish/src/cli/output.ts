/** Writes what was built: every file whole or not at all. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { normalisePath } from '../load/folder.ts'

/** A file of a build, before it is written. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  path: string
  bytes: Uint8Array
  pages?: number
}

/** A file of a build, as build.json names it. */
export interface BuiltFile {
  path: string
  bytes: number
  sha256: string
  pages?: number
}

/** What was built, without time and place, so that the same book gives the same record. */
export interface BuildRecord {
  name: string
  title: string
  files: BuiltFile[]
  counts: Record<string, number>
  /** E.g. `Chromium 156.0.8078.73`. */
  browser?: string
  messages: Record<'error' | 'warning' | 'info', number>
}

/** Name of the record in the output folder. */
export const recordFile = 'build.json'

/** The record's line about a file. */
export function describeFile({ path, bytes, pages }: OutputFile): BuiltFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, bytes: bytes.length, sha256, ...(pages !== undefined && { pages }) }
}

/** Files that the last build in this folder wrote and that are still there. */
export function previousFiles(folder: string): BuiltFile[] {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordFile), 'utf8')) as Partial<BuildRecord>
    const files = Array.isArray(record.files) ? record.files : []
    return files.filter(
      ({ path }) => typeof path === 'string' && isInside(path) && existsSync(join(folder, path)),
    )
  } catch {
    return []
  }
}

/** Writes files beside their places first and moves them all at the end; then removes the stale ones. */
export async function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  stale: readonly string[],
): Promise<void> {
  const moves: { from: string; to: string }[] = []
  // Ctrl-C between writing and moving must not leave half a file; without a listener a signal ends the process at once.
  const clean = (): void => moves.forEach(({ from }) => rmSync(from, { force: true }))
  const stop = (signal: NodeJS.Signals): void => {
    clean()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    for (const { path, bytes } of files) {
      const to = join(folder, path)
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`)
      await mkdir(dirname(to), { recursive: true })
      moves.push({ from, to })
      await writeFile(from, bytes)
    }
    for (const { from, to } of moves) await rename(from, to)
    for (const path of stale) if (isInside(path)) rmSync(join(folder, path), { force: true })
  } finally {
    clean()
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** A record is a file like any other: it must not make a build delete what lies elsewhere. */
function isInside(path: string): boolean {
  const normal = normalisePath(path)
  return normal !== undefined && normal !== '.' && normal === path
}
