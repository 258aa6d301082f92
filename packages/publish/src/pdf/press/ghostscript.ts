/** The only door to Ghostscript: a process in a folder of its own, without a shell. */
import { execFile, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Environment = Readonly<Record<string, string | undefined>>

/** A Ghostscript that has started once. */
export interface Ghostscript {
  program: string
  /** E.g. `10.00.0`. */
  version: string
  env: Environment
}

/** What a run is given and must be back with. */
export interface GhostscriptJob {
  switches: readonly string[]
  /** Files of its folder, by name. */
  files: Readonly<Record<string, string | Uint8Array>>
  /** Name of the file that it writes. */
  output: string
  /** Milliseconds. */
  timeout: number
  /** Called with the number of each page that it begins, from 1. */
  onPage?: (page: number) => void
}

/** What Ghostscript made, or what it said where it made nothing. */
export interface GhostscriptResult {
  bytes?: Uint8Array
  said: string
}

/** Names on Linux and macOS, and on Windows. */
const PROGRAMS = ['gs', 'gswin64c', 'gswin32c']

/** Finds Ghostscript: `NOTES_GS`, else what PATH has. */
export async function findGhostscript(env: Environment): Promise<Ghostscript | undefined> {
  const named = env['NOTES_GS']
  for (const program of named ? [named] : PROGRAMS) {
    try {
      const { stdout } = await promisify(execFile)(program, ['--version'], {
        env: cleanEnvironment(env),
        timeout: 20_000,
      })
      const version = /^\d[\d.]*$/m.exec(stdout.trim())?.[0]
      if (version !== undefined) return { program, version, env }
    } catch {
      // Not there, or not Ghostscript.
    }
  }
  return undefined
}

/**
 * Runs Ghostscript in a new folder of the system's temporary one, which goes away in every case: also when this
 * process is broken off, and then the run is ended, too.
 */
export async function runGhostscript(
  { program, env }: Ghostscript,
  { switches, files, output, timeout, onPage }: GhostscriptJob,
): Promise<GhostscriptResult> {
  const folder = await mkdtemp(join(tmpdir(), 'notes-press-'))
  let end = (): void => undefined
  const leave = (): void => {
    end()
    rmSync(folder, { recursive: true, force: true })
  }
  // Without a listener a signal ends the process at once; others may listen, too, and exit first.
  const stop = (signal: NodeJS.Signals): void => {
    process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, stop)
  process.once('exit', leave)
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    const child = spawn(program, switches, {
      cwd: folder,
      env: { ...cleanEnvironment(env), TMPDIR: folder, TEMP: folder, TMP: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    end = () => child.kill('SIGKILL')
    const timer = setTimeout(end, timeout)
    let said = ''
    const hear = (data: Buffer): void => {
      const text = data.toString('latin1')
      const pages = [...text.matchAll(PAGE)]
      const last = pages.at(-1)?.[1]
      if (last !== undefined) onPage?.(Number(last))
      if (said.length < 10_000) said += text.replaceAll(PAGE, '')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null))
      child.once('close', resolve)
    })
    clearTimeout(timer)
    if (child.signalCode === 'SIGKILL') {
      return { said: `it was not done after ${Math.round(timeout / 1000)} seconds` }
    }
    if (code !== 0) return { said }
    return { bytes: await readFile(join(folder, output)), said }
  } catch (error) {
    return { said: String(error) }
  } finally {
    for (const signal of signals) process.off(signal, stop)
    process.off('exit', leave)
    await rm(folder, { recursive: true, force: true })
  }
}

/** What it says of each page. */
const PAGE = /^Page (\d+)\r?$\n?/gm

/** Ghostscript takes switches and folders from variables, too; a build must not depend on them. */
function cleanEnvironment(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GS_')))
}
