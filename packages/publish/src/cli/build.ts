import { levelOf } from '@notes/parser'
import { relative, resolve, sep } from 'node:path'
import { loadBook, type LoadedBook } from '../load/load-book.ts'
import type { Command } from './command.ts'
import { loadEpubRenderer } from './epub-files.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import { type BuildRecord, previousFiles, recordFile, removeStale } from './output.ts'
import { OutputStage } from './output-stage.ts'
import { createProgress } from './progress.ts'
import { type Format, formatOf, formats, renderBook, type Rendered } from './render-book.ts'
import { countLevels, countWords } from './report/facts.ts'
import { printMessages } from './report/print.ts'
import { summarize } from './summary.ts'
import { tryFolder } from './writable-folder.ts'

/** `notes build`: the book's files. */
export const build: Command = {
  name: 'build',
  usage: '[DIR]',
  summary: 'Build the book of a folder: a PDF, an ePub with the same pages, and handouts.',
  positionals: { min: 0, max: 1 },
  options: [
    { name: 'out', short: 'o', value: 'DIR', description: 'Where the files go; `output` where absent.' },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT,…',
      list: true,
      choices: formats,
      description: 'What to build; everything where absent.',
    },
    inputOption,
    { name: 'json', description: 'Print what was built as JSON.' },
    { name: 'quiet', short: 'q', description: 'Print no summary.' },
  ],
  async run(given, io) {
    const { positionals, flags, values } = given
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'build')
    const out = resolve(io.cwd, values.get('out')?.[0] ?? 'output')
    await tryFolder(out)
    const wanted = (values.get('format') ?? formats) as readonly Format[]
    const progress = createProgress(io)
    const stage = new OutputStage(out)
    try {
      progress.report('Reading the notes')
      const meanwhile = (): void => {
        if (wanted.includes('epub')) void loadEpubRenderer()
      }
      const loaded = await loadBook(path, { ...inputOf(given), meanwhile })
      if (loaded.book.tree.children.length === 0) {
        progress.clear()
        printMessages(loaded.book.messages, loaded.folder, io)
        io.stderr.write('The book cannot be made, so nothing was written.\n')
        return 1
      }
      const result = await renderBook(loaded, wanted, io, progress, stage)
      const record = await write(loaded, result, wanted, out, stage)
      progress.clear()
      // Notices about the notes are for `notes check`; those that only a build can find are shown here.
      const hidden = new Set(loaded.book.messages.filter((message) => levelOf(message) === 'info'))
      printMessages(
        result.messages.filter((message) => !hidden.has(message)),
        loaded.folder,
        io,
      )
      if (hidden.size > 0) {
        io.stderr.write(
          `${countWords({ error: 0, warning: 0, info: hidden.size })} about the notes: see \`notes check\`.\n`,
        )
      }
      if (flags.has('json')) io.stdout.write(`${JSON.stringify(record, undefined, 2)}\n`)
      else if (!flags.has('quiet'))
        io.stdout.write(summarize(record, relative(io.cwd, out).split(sep).join('/') || '.'))
      return record.messages.error > 0 || result.failed.size > 0 ? 1 : 0
    } finally {
      await stage.discard()
      progress.clear()
    }
  },
}

/** Writes the files and the record; what an earlier build left and this one replaces is removed. */
async function write(
  { book }: LoadedBook,
  { files, failed, browser, messages }: Rendered,
  wanted: readonly Format[],
  out: string,
  stage: OutputStage,
): Promise<BuildRecord> {
  for (const file of files) await stage.add(file)
  const made = [...stage.files]
  const earlier = previousFiles(out).filter(({ path }) => !made.some((file) => file.path === path))
  // The last good one of a format that failed, and formats that were not asked for, stay as they are.
  const kept = earlier.filter(({ path }) => {
    const format = formatOf(path)
    return format !== undefined && (failed.has(format) || !wanted.includes(format))
  })
  const stale = earlier.filter((file) => !kept.includes(file))
  const { config, tree, terms, people } = book
  const record: BuildRecord = {
    name: config.name,
    title: config.title,
    files: [...made, ...kept].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    counts: {
      events: tree.children.length,
      sessions: tree.children.flatMap(({ children }) => children.filter(({ type }) => type === 'session'))
        .length,
      terms: terms.length,
      people: people.length,
    },
    ...(browser !== undefined && { browser }),
    messages: countLevels(messages),
  }
  const bytes = Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`)
  if (made.length > 0) await stage.add({ path: recordFile, bytes })
  await stage.commit()
  removeStale(
    out,
    stale.map(({ path }) => path),
  )
  return record
}
