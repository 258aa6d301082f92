/**
 * Adds up the JSON reports that the test tasks left, and prints `N passed, N failed, N skipped` as its last line.
 * Takes the number of failed steps: a run with one never succeeds, even if every test that ran has passed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const failedSteps = Number(process.argv[2] ?? 0)
const total = { passed: 0, failed: 0, skipped: 0 }
for (const name of readdirSync(join(root, 'packages'))) {
  const folder = join(root, 'packages', name, '.results')
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const report = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    total.passed += report.numPassedTests
    total.failed += report.numFailedTests
    total.skipped += report.numPendingTests + report.numTodoTests
    console.log(
      `${name}/${file}: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`,
    )
  }
}
if (total.skipped > 0) console.log(`skipped: ${total.skipped}, for want of test data or tools`)
// A step can fail without a failing test; the count must say so too.
const failed = total.failed === 0 ? failedSteps : total.failed
console.log(`${total.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || failedSteps > 0 || total.passed === 0 ? 1 : 0
