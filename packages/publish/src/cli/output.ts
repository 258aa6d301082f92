/** Writes what was built: every file whole or not at all. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { normalisePath } from '../load/folder.ts'
import { type BuiltFile, OutputStage } from './output-stage.ts'

/** A file of a build, before it is written. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  path: string
  bytes: Uint8Array
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
  const stage = new OutputStage(folder)
  try {
    for (const file of files) await stage.add(file)
    await stage.commit()
  } finally {
    await stage.discard()
  }
  removeStale(folder, stale)
}

/** Removes what an earlier build left. */
export function removeStale(folder: string, stale: readonly string[]): void {
  for (const path of stale) if (isInside(path)) rmSync(join(folder, path), { force: true })
}

/** A record is a file like any other: it must not make a build delete what lies elsewhere. */
function isInside(path: string): boolean {
  const normal = normalisePath(path)
  return normal !== undefined && normal !== '.' && normal === path
}
