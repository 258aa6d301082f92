import { appendFile, cp, mkdir, readdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtInThemes } from '../theme/manifest.ts'
import type { Command } from './command.ts'
import { tryFolder } from './writable-folder.ts'

const template = fileURLToPath(new URL('../../template/', import.meta.url))

/** `notes init`: a small book to start from. */
export const init: Command = {
  name: 'init',
  usage: 'DIR',
  summary: 'Write a small book to start from.',
  positionals: { min: 1, max: 1 },
  options: [
    {
      name: 'theme',
      short: 't',
      value: 'NAME',
      choices: builtInThemes,
      description: 'What the book looks like; `plain` where absent.',
    },
  ],
  async run({ positionals, values }, io) {
    const [given = '.'] = positionals
    const folder = resolve(io.cwd, given)
    await tryFolder(folder)
    const names = await readdir(folder).catch(() => [])
    if (names.length > 0) {
      io.stderr.write(`“${given}” is not empty, so nothing was written. Name a new folder.\n`)
      return 1
    }
    await mkdir(folder, { recursive: true })
    await cp(template, folder, { recursive: true })
    // npm leaves files of this name out of packages.
    await rename(join(folder, 'gitignore'), join(folder, '.gitignore'))
    const [theme] = values.get('theme') ?? []
    if (theme !== undefined) await appendFile(join(folder, 'book.yaml'), `theme: ${theme}\n`)
    io.stdout.write(`A book was written to ${given}. Build it: notes build ${given}\n`)
    return 0
  },
}
