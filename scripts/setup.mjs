/**
 * What has to be there before anything of this repository can run: the packages, in the versions of the lockfile.
 * Plain JavaScript for Node 20, because it runs before the pinned Node is installed.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.notes-setup')
const windows = process.platform === 'win32'

/** The environment in which the pinned tools of node_modules are found first. */
export const env = {
  ...process.env,
  PATH: [bin, process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
}

/**
 * Runs a command and resolves to its exit code. Ctrl-C reaches the child, which ends on its own.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    // npx and the commands in .bin are .cmd files on Windows, which only a shell starts.
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell: windows, ...options })
    const ignore = () => {}
    process.on('SIGINT', ignore)
    child.on('error', (error) => {
      process.stderr.write(`Cannot run ${command}: ${error.message}\n`)
      resolve(1)
    })
    child.on('close', (code) => {
      process.off('SIGINT', ignore)
      resolve(code ?? 1)
    })
  })
}

/** What the installed packages depend on; another fingerprint means that they have to be installed anew. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'content/package.json',
    'bench/package.json',
  ]
  for (const name of ['parser', 'glossary', 'publish']) files.push(`packages/${name}/package.json`)
  for (const file of files) {
    hash.update(`${file}\0`)
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)))
  }
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

/** Installs the packages if they are missing or older than the lockfile. */
export async function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  process.stderr.write('Installing the packages (once, and after an update) …\n')
  const code = await run('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], {
    // stdout belongs to the results of the command that needed the setup.
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) {
    process.stderr.write(
      'The packages could not be installed: see the messages above. A connection to the npm registry is needed once.\n',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** The pinned Node, or this one where the pinned one has no build for this machine. */
export function pinnedNode() {
  const path = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  return existsSync(path) ? path : process.execPath
}
