import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Folder with notes and gold sets that are not part of the project. */
export const testData = process.env.NOTES_TEST_DATA ?? join(import.meta.dirname, '../../../../../shared')

export const hasTestData = existsSync(join(testData, 'gold'))

// oxlint-disable-next-line no-console -- says why tests are left out
if (!hasTestData) console.warn(`No test data in ${testData} (NOTES_TEST_DATA): the tests on it are left out.`)
