import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findGhostscript, type Ghostscript, runGhostscript } from '../../src/pdf/press/ghostscript.ts'
import { type PressInput, renderPress } from '../../src/pdf/press/render-press.ts'
import { tinyPdf } from '../../src/pdf/press/tiny-pdf.ts'
import { isAlive } from '../support/is-alive.ts'

const folder = mkdtempSync(join(tmpdir(), 'notes-gs-'))
const temporary = join(folder, 'temporary')
mkdirSync(temporary)
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that says a version, and does something else where it is asked for more. */
function program(name: string, does: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = --version ]; then echo 10.00.0; exit 0; fi\n${does}\n`)
  chmodSync(path, 0o755)
  return path
}

async function found(name: string, does: string): Promise<Ghostscript> {
  const ghostscript = await findGhostscript({ ...process.env, NOTES_GS: program(name, does) })
  if (!ghostscript) throw new Error('The program was not found')
  return ghostscript
}

const job = { switches: ['-q'], files: { 'book.pdf': 'text' }, output: 'press.pdf', timeout: 20_000 }

describe('Ghostscript', () => {
  it('is the one that NOTES_GS names, or none', async () => {
    expect((await found('named', 'exit 0')).version).toBe('10.00.0')
    expect(await findGhostscript({ ...process.env, NOTES_GS: join(folder, 'absent') })).toBeUndefined()
    expect(await findGhostscript({ PATH: folder })).toBeUndefined()
  })

  it('works in a folder of its own, which goes away', async () => {
    const { bytes } = await runGhostscript(
      await found('copy', 'pwd > press.pdf; cat book.pdf >> press.pdf'),
      job,
    )
    const [place = '', text] = Buffer.from(bytes ?? [])
      .toString()
      .split('\n')
    expect(text).toBe('text')
    expect(place).toContain('notes-press-')
    expect(existsSync(place)).toBe(false)
  })

  it('is heard on each page', async () => {
    const pages: number[] = []
    const says = 'echo Processing; echo Page 1; echo Page 2; echo Page 3; echo done > press.pdf'
    const onPage = (page: number) => pages.push(page)
    const { said } = await runGhostscript(await found('says', says), { ...job, onPage })
    expect(pages.at(-1)).toBe(3)
    expect(said).toBe('Processing\n')
  })

  it('takes no switches from variables', async () => {
    const ghostscript = await found('options', 'echo "[$GS_OPTIONS]" > press.pdf')
    const env = { ...ghostscript.env, GS_OPTIONS: '-dNOSAFER' }
    const { bytes } = await runGhostscript({ ...ghostscript, env }, job)
    expect(Buffer.from(bytes ?? []).toString()).toBe('[]\n')
  })

  it('is ended when it takes too long', async () => {
    const { bytes, said } = await runGhostscript(await found('slow', 'exec sleep 60'), {
      ...job,
      timeout: 300,
    })
    expect(bytes).toBeUndefined()
    expect(said).toContain('was not done')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with the build, and leaves no files, after %s',
    async (signal) => {
      const started = join(folder, `pid-${signal}`)
      const script = fileURLToPath(new URL('../support/hold-ghostscript.ts', import.meta.url))
      const env = {
        ...process.env,
        TMPDIR: temporary,
        NOTES_GS: program(`hold-${signal}`, `echo $$ > ${started}\nexec sleep 60`),
      }
      const child = spawn(process.execPath, [script], { env, stdio: 'inherit' })
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
      const pid = (): number => (existsSync(started) ? Number(readFileSync(started, 'utf8')) : 0)
      await expect.poll(pid, { timeout: 20_000 }).toBeGreaterThan(0)
      expect(readdirSync(temporary)).toHaveLength(1)
      child.kill(signal)
      expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143)
      await expect.poll(() => isAlive(pid()), { timeout: 10_000 }).toBe(false)
      expect(readdirSync(temporary)).toEqual([])
    },
  )
})

describe('where no file for the press can be made', () => {
  const input: PressInput = {
    pdf: tinyPdf(),
    labels: [],
    now: new Date('2019-04-01T00:00:00Z'),
    standard: 'x-3',
    intent: { name: 'JC200103' },
    ghostscript: undefined,
  }
  const said = async (changes: Partial<PressInput>): Promise<string[]> => {
    const { pdf, messages } = await renderPress({ ...input, ...changes })
    expect(pdf).toBeUndefined()
    return messages.map(({ reason, ruleId, file }) => `${file} ${ruleId}: ${reason}`)
  }

  it('names what to do about the profile where that is the trouble', async () => {
    const ghostscript = await found('any', 'exit 0')
    const profile = Buffer.from('no profile')
    const changed = { ...input, ghostscript, intent: { name: 'rgb.icc', profile } }
    expect((await renderPress(changed)).messages[0]?.note).toContain('Take the profile that the press gives')
    const needing = await renderPress({ ...input, ghostscript, standard: 'x-4' })
    expect(needing.messages[0]?.note).toContain('outputIntent: press.icc')
  })

  it('says in one sentence what is needed', async () => {
    const refuses = await found('refuses', 'echo "Unrecoverable error: rangecheck" >&2; exit 255')
    expect(await said({})).toEqual([
      'book.yaml no-press-file: PDF/X-3 needs Ghostscript, which was not found.',
    ])
    expect(await said({ ghostscript: refuses, standard: 'x-1a' })).toEqual([
      'book.yaml no-press-file: The Ghostscript that was found (10.00.0) cannot make PDF/X-1a; it needs a newer one.',
    ])
    expect(await said({ ghostscript: refuses, standard: 'x-4' })).toEqual([
      'book.yaml no-press-file: PDF/X-4 needs an ICC profile: pdf.outputIntent names a registered condition.',
    ])
    const intent = { name: 'rgb.icc', profile: Buffer.from('no profile') }
    expect(await said({ ghostscript: refuses, intent })).toEqual([
      'book.yaml no-press-file: pdf.outputIntent names “rgb.icc”, which is no ICC profile of a CMYK press.',
    ])
  })

  it('trusts no program that makes another file than was asked for', async () => {
    const plain = await found('plain', 'cp book.pdf press.pdf')
    expect(await said({ ghostscript: plain })).toEqual([
      'book.yaml no-press-file: The Ghostscript that was found (10.00.0) cannot make PDF/X-3; it needs a newer one.',
    ])
  })
})
