import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isAlive } from '../support/is-alive.ts'

const script = fileURLToPath(new URL('../support/hold-browser.ts', import.meta.url))

describe('a run that is broken off', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves no browser behind after %s', async (signal) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = await new Promise<number>((resolve) => {
      child.stdout.once('data', (data) => resolve(Number(String(data).trim())))
    })
    expect(isAlive(pid)).toBe(true)
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    await ended
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })
})
