import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Io } from '../../src/cli/io.ts'
import { runCommand } from '../../src/cli/run.ts'

export const bin = join(import.meta.dirname, '../../bin/notes.js')

export interface Result {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command in this process, which is quicker than a process of its own. */
export async function notesHere(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Result> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const io = { stdout, stderr, cwd, env: { ...process.env, NOTES_DEBUG: '', SOURCE_DATE_EPOCH: '', ...env } }
  const code = await runCommand(args, io as unknown as Io)
  return { code, stdout: textOf(stdout), stderr: textOf(stderr) }
}

function textOf(stream: PassThrough): string {
  return ((stream.read() as Buffer | null) ?? '').toString('utf8')
}

/** Runs the command in a process of its own, away from the terminal and the variables of this one. */
export function notes(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { ...process.env, NOTES_DEBUG: '', SOURCE_DATE_EPOCH: '', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** An empty folder, and its end. */
export function emptyFolder(): { path: string; dispose: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'notes-cli-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) }
}

/** Notes of two events of one session each. */
export function writeTwoEvents(folder: string): void {
  for (const event of ['01-first', '02-second']) {
    mkdirSync(join(folder, 'events', event), { recursive: true })
    writeFileSync(join(folder, 'events', event, 'event.md'), `# ${event} の会\n`)
    writeFileSync(join(folder, 'events', event, '01-talk.md'), '# 話\n\n- 点\n')
  }
}
