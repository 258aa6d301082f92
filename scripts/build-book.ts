/**
 * Finds a browser, lets Turborepo build the book of `content/` (or take it from its cache), and says what was made.
 * The browser is looked for here and not in the book task, because its build is part of the task's cache key.
 */
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../packages/publish/src/browser/index.ts'
import { env, root, run } from './setup.mjs'
import { cacheState } from './cache-state.ts'

const started = performance.now()
const startedAt = Date.now()
const browser = await findBrowser(process.env, {
  onProgress: (stage, done, total) => {
    const share = done !== undefined && total ? ` ${Math.round((done / total) * 100)} %` : ''
    process.stderr.write(`${stage}${share}\n`)
  },
})

const runs = join(root, '.turbo', 'runs')
rmSync(runs, { recursive: true, force: true })
const code = await run(
  'turbo',
  ['run', 'book', '--summarize', '--log-prefix=none', '--output-logs=new-only'],
  {
    env: {
      ...env,
      ...('executablePath' in browser && {
        PUPPETEER_EXECUTABLE_PATH: browser.executablePath,
        NOTES_BROWSER_BUILD: browser.build,
      }),
    },
  },
)

const seconds = ((performance.now() - started) / 1000).toFixed(1)
const cache = {
  hit: 'all from the cache, nothing had changed',
  partly: 'partly from the cache',
  none: 'built anew',
}[cacheState(runs)]
const record = join(root, 'output', 'build.json')
const recordTime = statSync(record, { throwIfNoEntry: false })?.mtimeMs
if (recordTime === undefined) {
  process.stderr.write('No book was made: see the messages above.\n')
} else if (code !== 0 && recordTime < startedAt) {
  process.stderr.write('No book was made: see the messages above. The last good one is still in output.\n')
} else {
  // Built by now: the same words as those of `notes build`.
  const { summarize } = await import('../packages/publish/dist/cli/summary.js')
  process.stdout.write(`\n${summarize(JSON.parse(readFileSync(record, 'utf8')), 'output')}`)
  process.stdout.write(`${code === 0 ? 'Done' : 'Not everything could be made'} in ${seconds} s, ${cache}.\n`)
}
process.exitCode = code
