/** `npm test`: sets up whatever is missing and runs the fast tests of every package. */
import { ensureInstalled, run } from './setup.mjs'

await ensureInstalled()
process.exitCode = await run('turbo', ['run', 'test', '--continue', ...process.argv.slice(2)])
