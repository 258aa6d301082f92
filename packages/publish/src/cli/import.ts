import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { createMessage, type ImportedImage, type ImportPart, planImport } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { formatWithoutText } from '../load/not-text.ts'
import type { Command, Given } from './command.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import { type Io, UsageError } from './io.ts'
import { type OutputFile, writeOutput } from './output.ts'
import { countLevels } from './report/facts.ts'
import { printMessages } from './report/print.ts'
import { cliRule } from './rules.ts'
import { titleOptions, titlesOf } from './title-options.ts'
import { tryFolder } from './writable-folder.ts'

/** `notes import`: a book's folder out of notes of any kind. */
export const importNotes: Command = {
  name: 'import',
  usage: 'FILE… --out DIR',
  summary: 'Make a book’s folder of notes: plain text (.txt) or Markdown, files or folders of them.',
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  options: [
    { name: 'out', value: 'DIR', description: 'The book’s folder; made if there is none.' },
    inputOption,
    {
      name: 'title',
      value: 'TITLE',
      description: 'The book’s title; that of the event where there is only one.',
    },
    ...titleOptions,
    { name: 'force', description: 'Overwrite notes that are there already.' },
  ],
  async run(given, io) {
    const [out] = given.values.get('out') ?? []
    if (out === undefined) throw new UsageError('Missing --out DIR, the folder of the book.', 'import')
    const folder = resolve(io.cwd, out)
    await tryFolder(folder)
    const parts = await readParts(given, io)
    const [title] = given.values.get('title') ?? []
    const existing = await readdir(join(folder, 'events')).catch(() => [])
    const plan = planImport(parts, { existing, ...(title !== undefined && { title }) })
    const { images, messages } = await readImages(plan.images, io.cwd)
    const encoder = new TextEncoder()
    const files = [...plan.files.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })), ...images]
    const all = [...plan.messages, ...messages]
    printMessages(all, io.cwd, io)
    const code = await writeBook({ folder, out, files, force: given.flags.has('force') }, io)
    return countLevels(all).error > 0 ? 1 : code
  },
}

/** The files that were named, and those in the folders that were named. */
async function readParts(given: Given, io: Io): Promise<ImportPart[]> {
  const reading = { ...inputOf(given), titles: titlesOf(given) }
  const parts: ImportPart[] = []
  for (const name of given.positionals) {
    const path = await existingPath(name, io.cwd, 'import')
    for (const file of (await stat(path)).isDirectory() ? await notesIn(path) : [path]) {
      const source = await readFile(file)
      const format = formatWithoutText(source)
      if (format !== undefined) {
        throw new UsageError(
          `“${name}” is ${format}; save it as plain text (.txt) or Markdown (.md).`,
          'import',
        )
      }
      parts.push({
        path: relative(io.cwd, file).split(sep).join('/'),
        source,
        ...reading,
      })
    }
  }
  if (parts.length === 0) throw new UsageError('There are no .txt and .md files to import.', 'import')
  return parts
}

async function notesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:txt|text|md|markdown)$/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** Reads the images to copy; one that cannot be read stays a link, and is reported. */
async function readImages(
  images: readonly ImportedImage[],
  cwd: string,
): Promise<{ images: OutputFile[]; messages: VFileMessage[] }> {
  const found: OutputFile[] = []
  const messages: VFileMessage[] = []
  for (const { from, to, file, position } of images) {
    try {
      found.push({ path: to, bytes: await readFile(resolve(cwd, from)) })
    } catch {
      const reason = `The image “${from}” cannot be read, so it was not copied.`
      messages.push(
        createMessage(cliRule.importImage, { reason, file, ...(position && { place: position }) }),
      )
    }
  }
  return { images: found, messages }
}

interface Writing {
  folder: string
  /** The folder as it was given. */
  out: string
  files: readonly OutputFile[]
  force: boolean
}

/** Writes the book; where other files stand in their places, nothing, or with `force` over them. */
async function writeBook({ folder, out, files, force }: Writing, io: Io): Promise<number> {
  const wanted: OutputFile[] = []
  const taken: string[] = []
  for (const file of files) {
    const there = await readFile(join(folder, file.path)).catch(() => undefined)
    if (there?.equals(file.bytes)) continue
    if (there && file.path === 'book.yaml') {
      io.stderr.write(`${out}/book.yaml stays as it is.\n`)
      continue
    }
    if (there) taken.push(file.path)
    wanted.push(file)
  }
  if (taken.length > 0) {
    const list = taken.map((path) => `  ${out}/${path}\n`).join('')
    if (!force) {
      io.stderr.write(
        `Nothing was written, as other notes stand in these places; --force overwrites them:\n${list}`,
      )
      return 1
    }
    io.stderr.write(`Overwritten:\n${list}`)
  }
  if (wanted.length === 0) {
    io.stdout.write(`Nothing to write: ${out} has these notes already. Build it: notes build ${out}\n`)
    return 0
  }
  await writeOutput(folder, wanted, [])
  const notes = wanted.filter(({ path }) => path.endsWith('.md')).length
  const written = `${notes} ${notes === 1 ? 'note was' : 'notes were'} written to ${out}.`
  const title = isUntitled(wanted) ? ` Give it a title in ${out}/book.yaml.` : ''
  io.stdout.write(`${written}${title} Build it: notes build ${out}\n`)
  return 0
}

/** Whether a book.yaml is written that leaves the book to be called after its folder. */
function isUntitled(files: readonly OutputFile[]): boolean {
  const config = files.find(({ path }) => path === 'book.yaml')
  return config !== undefined && !/^title:/mu.test(new TextDecoder().decode(config.bytes))
}
