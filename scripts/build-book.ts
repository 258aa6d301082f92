/**
 * Finds a browser, lets Turborepo build the book of `content/` (or take it from its cache), and says what was made.
 * The browser is looked for here and not in the book task, because its build is part of the task's cache key.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../packages/publish/src/browser/index.ts'
import { env, root, run } from './setup.mjs'
import { cacheState } from './cache-state.ts'
import { summarize } from './summary.ts'

const started = performance.now()
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

const seconds = (performance.now() - started) / 1000
try {
  const build = JSON.parse(readFileSync(join(root, 'output', 'build.json'), 'utf8'))
  process.stdout.write(
    summarize(build, { folder: 'output', seconds, cache: cacheState(runs), failed: code !== 0 }),
  )
} catch {
  process.stderr.write('No book was made: see the messages above.\n')
}
process.exitCode = code
