import { afterAll, describe, expect, it } from 'vitest'
import { emptyFolder, notesHere } from './run-notes.ts'

const folder = emptyFolder()
afterAll(folder.dispose)

describe('help and version', { timeout: 60_000 }, () => {
  it('lists the commands', async () => {
    const { code, stdout, stderr } = await notesHere(['--help'], folder.path)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of ['init', 'parse', 'check', 'build']) expect(stdout).toContain(`notes ${name} `)
  })

  it.each(['init', 'import', 'parse', 'check', 'build', 'handout', 'terms suggest'])(
    'explains %s',
    async (name) => {
      const { code, stdout } = await notesHere([...name.split(' '), '--help'], folder.path)
      expect(code).toBe(0)
      expect(stdout).toContain(`Usage: notes ${name} `)
      expect(stdout).toContain('--help')
    },
  )

  it('says its version anywhere', async () => {
    const plain = await notesHere(['--version'], folder.path)
    expect(plain.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
    expect(await notesHere(['check', '--version'], folder.path)).toEqual(plain)
  })
})

describe('wrong usage', { timeout: 60_000 }, () => {
  it.each([
    [['biuld'], 'Unknown command “biuld”. Did you mean “build”?'],
    [['build', '--fromat', 'pdf'], 'Unknown option “--fromat”. Did you mean “--format”?'],
    [
      ['build', '--format', 'pfd'],
      'Unknown value “pfd” for --format, expected epub, pdf, handout. Did you mean “pdf”?',
    ],
    [['build', '--format'], '--format needs a value: --format FORMAT,….'],
    [['build', '--json=yes'], '--json takes no value.'],
    [['check', 'a', 'b'], 'Unexpected argument “b”.'],
    [['check', 'nowhere'], 'There is no file or folder “nowhere”.'],
    [['parse'], 'Missing FILE|DIR.'],
    [['--strict'], 'Unknown option “--strict” before a command.'],
  ])('%j ends with 2', async (args, message) => {
    const { code, stdout, stderr } = await notesHere(args, folder.path)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.split('\n')[0]).toBe(message)
    expect(stderr.split('\n')[1]).toMatch(/^Run `notes (?:\w+ )?--help`/u)
  })

  it('shows the commands where none is given', async () => {
    const { code, stderr } = await notesHere([], folder.path)
    expect(code).toBe(2)
    expect(stderr).toContain('Usage:')
  })
})
