import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** Where notes by others lie; tests that need them are skipped without. */
export const testData = resolve(root, process.env['NOTES_TEST_DATA'] ?? '../shared')
export const hasTestData = existsSync(join(testData, 'corpora'))

if (!hasTestData)
  process.stderr.write(`Skipped: no notes to test with in ${testData} (set NOTES_TEST_DATA).\n`)

/** A note to test with: its path below the test data and its bytes. */
export interface TestNote {
  path: string
  bytes: Uint8Array
}

/** Every note of the corpora and the seeds, in the order of their paths. */
export function readTestNotes(): TestNote[] {
  if (!hasTestData) return []
  return ['corpora', 'seeds'].flatMap((folder) =>
    readdirSync(join(testData, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ path: relative(testData, path).replaceAll('\\', '/'), bytes: readFileSync(path) })),
  )
}
