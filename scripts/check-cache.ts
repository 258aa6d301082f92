/**
 * Shows what Turborepo would run again after four changes: none, a note, the glossary package, a deleted output.
 * Run it after `npm start`; it asks by dry runs, and puts every file back as it was.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../packages/publish/src/browser/index.ts'
import { env, root } from './setup.mjs'

const browser = await findBrowser(process.env, {})
const taskEnv = {
  ...env,
  ...('executablePath' in browser && {
    PUPPETEER_EXECUTABLE_PATH: browser.executablePath,
    NOTES_BROWSER_BUILD: browser.build,
  }),
}

function turbo(...args: string[]): string {
  return execFileSync('turbo', ['run', 'book', ...args], { cwd: root, env: taskEnv, encoding: 'utf8' })
}

interface PlannedTask {
  taskId: string
  /** `<NONEXISTENT>` where the package has no such script. */
  command: string
  cache: { status: string }
}

/** The tasks that would run, because their inputs are not those of any earlier run. */
function misses(): string[] {
  const { tasks } = JSON.parse(turbo('--dry=json')) as { tasks: PlannedTask[] }
  return tasks
    .filter((task) => task.command !== '<NONEXISTENT>' && task.cache.status !== 'HIT')
    .map((task) => task.taskId)
    .toSorted()
}

/** The tasks that would run if a line were added to a file. */
function missesAfterEdit(file: string): string[] {
  const path = join(root, file)
  const before = readFileSync(path)
  try {
    writeFileSync(path, `${before.toString()}\n`)
    return misses()
  } finally {
    writeFileSync(path, before)
  }
}

let failed = false
function check(name: string, seen: string[], wanted: string[]): void {
  const right = seen.join() === wanted.join()
  failed ||= !right
  console.log(
    `${right ? 'ok  ' : 'FAIL'} ${name}: ${seen.length === 0 ? 'nothing runs again' : `runs again: ${seen.join(', ')}`}`,
  )
}

const note = execFileSync('git', ['ls-files', 'content/events/**/*.md'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n')[0]
if (!note) throw new Error('content/ has no notes')
check('nothing changed', misses(), [])
check('a note edited', missesAfterEdit(note), ['@notes/content#book'])
check('the glossary package edited', missesAfterEdit('packages/glossary/src/index.ts'), [
  '@notes/content#book',
  '@notes/glossary#build',
  '@notes/publish#build',
])
rmSync(join(root, 'output', 'build.json'))
turbo('--output-logs=none')
check(
  'a deleted output comes back',
  existsSync(join(root, 'output', 'build.json')) ? [] : ['output/build.json'],
  [],
)
process.exitCode = failed ? 1 : 0
