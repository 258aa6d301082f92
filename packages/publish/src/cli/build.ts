import { createMessage, levelOf } from '@notes/parser'
import { relative, resolve, sep } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { applyLevels } from '../load/levels.ts'
import { loadBook, type LoadedBook } from '../load/load-book.ts'
import { loadTheme } from '../load/theme.ts'
import type { PageMap, RenderInput } from '../model.ts'
import { bookDate } from './clock.ts'
import type { Command } from './command.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import type { Io } from './io.ts'
import {
  type BuildRecord,
  describeFile,
  type OutputFile,
  previousFiles,
  recordFile,
  writeOutput,
} from './output.ts'
import { createProgress, type ProgressLine } from './progress.ts'
import { countLevels } from './report/facts.ts'
import { printMessages } from './report/print.ts'
import { cliRule } from './rules.ts'
import { summarize } from './summary.ts'

const formats = ['epub', 'pdf'] as const
type Format = (typeof formats)[number]

/** `notes build`: the book's files. */
export const build: Command = {
  name: 'build',
  usage: '[DIR]',
  summary: 'Build the book of a folder: a PDF and an ePub with the same pages.',
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
  ],
  async run(given, io) {
    const { positionals, flags, values } = given
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'build')
    const out = resolve(io.cwd, values.get('out')?.[0] ?? 'output')
    const wanted = (values.get('format') ?? formats) as readonly Format[]
    const progress = createProgress(io)
    try {
      progress.report('Reading the notes')
      const loaded = await loadBook(path, inputOf(given))
      if (loaded.book.tree.children.length === 0) {
        progress.clear()
        printMessages(loaded.book.messages, loaded.folder, io)
        io.stderr.write('The book cannot be made, so nothing was written.\n')
        return 1
      }
      const result = await render(loaded, wanted, io, progress)
      const record = await write(loaded, result, wanted, out)
      progress.clear()
      printMessages(result.messages.filter(isShown), loaded.folder, io)
      if (flags.has('json')) io.stdout.write(`${JSON.stringify(record, undefined, 2)}\n`)
      else io.stdout.write(summarize(record, relative(io.cwd, out).split(sep).join('/') || '.'))
      return record.messages.error > 0 ? 1 : 0
    } finally {
      progress.clear()
    }
  },
}

/** Notices are for `notes check`: a build shows what may need doing. */
function isShown(message: VFileMessage): boolean {
  return levelOf(message) !== 'info'
}

interface Rendered {
  files: OutputFile[]
  /** Formats that could not be made. */
  failed: Set<Format>
  browser?: string
  messages: VFileMessage[]
}

async function render(
  { book, assets, folder, placeOf }: LoadedBook,
  wanted: readonly Format[],
  io: Io,
  progress: ProgressLine,
): Promise<Rendered> {
  const { theme, messages: found } = await loadTheme(book.config.theme, folder, placeOf(['theme']))
  const messages = [...found]
  const input: RenderInput = { book, theme, assets, now: bookDate(book, io.env) }
  const { name } = book.config
  const files: OutputFile[] = []
  const failed = new Set<Format>()
  let pageMap: PageMap | undefined
  let browserBuild: string | undefined
  // The renderers stand on large libraries; the other commands start faster without them.
  if (wanted.includes('pdf')) {
    progress.report('Looking for a browser')
    const { findBrowser } = await import('../browser/index.ts')
    const browser = await findBrowser(io.env, { onProgress: progress.report })
    if (browser.missing !== undefined) {
      failed.add('pdf')
      messages.push(createMessage(cliRule.noBrowser, { reason: `${browser.missing} The PDF was not made.` }))
    } else {
      browserBuild = browser.build
      const { renderPdf } = await import('../pdf/render-pdf.ts')
      const { PdfError } = await import('../pdf/render-error.ts')
      try {
        const printed = await renderPdf(input, { browser, onProgress: progress.report })
        pageMap = printed.pageMap
        files.push({ path: `${name}.pdf`, bytes: printed.pdf, pages: printed.pages })
        messages.push(...printed.messages)
      } catch (error) {
        if (!(error instanceof PdfError)) throw error
        failed.add('pdf')
        messages.push(error.diagnostic)
      }
    }
  }
  if (wanted.includes('epub')) {
    progress.report('Writing the ePub')
    const { renderEpub } = await import('../epub/render-epub.ts')
    const packed = await renderEpub({ ...input, ...(pageMap && { pageMap }) })
    files.push({ path: `${name}.epub`, bytes: packed.epub })
    messages.push(...packed.messages)
  }
  return {
    files,
    failed,
    ...(browserBuild !== undefined && { browser: browserBuild }),
    messages: [...book.messages, ...applyLevels(distinct(messages), book.config.rules)],
  }
}

/** Both renderers look at the same chapters and may find the same mistake. */
function distinct(messages: readonly VFileMessage[]): VFileMessage[] {
  const seen = new Set<string>()
  return messages.filter((message) => {
    const key = [message.file, message.name, message.ruleId, message.reason].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}

/** Writes the files and the record; what an earlier build left and this one replaces is removed. */
async function write(
  { book }: LoadedBook,
  { files, failed, browser, messages }: Rendered,
  wanted: readonly Format[],
  out: string,
): Promise<BuildRecord> {
  const made = files.map(describeFile)
  const earlier = previousFiles(out).filter(({ path }) => !made.some((file) => file.path === path))
  // The last good one of a format that failed, and formats that were not asked for, stay as they are.
  const kept = earlier.filter(({ path }) => {
    const format = path.slice(path.lastIndexOf('.') + 1) as Format
    return failed.has(format) || !wanted.includes(format)
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
  const all = files.length > 0 ? [...files, { path: recordFile, bytes }] : []
  await writeOutput(
    out,
    all,
    stale.map(({ path }) => path),
  )
  return record
}
