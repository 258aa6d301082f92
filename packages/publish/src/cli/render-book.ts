import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { applyLevels } from '../load/levels.ts'
import type { LoadedBook } from '../load/load-book.ts'
import { loadTheme } from '../load/theme.ts'
import type { RenderInput } from '../model.ts'
import type { RenderedVolumes } from '../pdf/render-volumes.ts'
import { volumeFile } from '../volumes/names.ts'
import { bookDate } from './clock.ts'
import { epubFiles } from './epub-files.ts'
import type { Io } from './io.ts'
import type { OutputFile } from './output.ts'
import type { OutputStage } from './output-stage.ts'
import { pressFile, type PressRequest } from './press-file.ts'
import type { ProgressLine } from './progress.ts'
import { cliRule } from './rules.ts'

/** What can be built. */
export const formats = ['epub', 'pdf', 'handout'] as const
export type Format = (typeof formats)[number]

/** The format that a file of the output folder belongs to. */
export function formatOf(path: string): Format | undefined {
  if (path.startsWith(handoutFolder)) return 'handout'
  return formats.find((format) => path.endsWith(`.${format}`))
}

const handoutFolder = 'handouts/'

/** What became of a book, before it is written; its handouts, which are many, are on the stage already. */
export interface Rendered {
  files: OutputFile[]
  /** Formats that could not be made. */
  failed: Set<Format>
  browser?: string
  messages: VFileMessage[]
}

/** Renders a book in the formats that are wanted: the PDF first, as the ePub's pages are those of the PDF. */
export async function renderBook(
  { book, assets, folder, placeOf }: LoadedBook,
  wanted: readonly Format[],
  io: Io,
  progress: ProgressLine,
  stage: OutputStage,
): Promise<Rendered> {
  const { theme, messages } = await loadTheme(book.config.theme, folder, placeOf(['theme']))
  const input: RenderInput = { book, theme, assets, now: bookDate(book, io.env) }
  const printed = wanted.filter((format) => format !== 'epub')
  const result: Rendered = { files: [], failed: new Set(), messages }
  const press = { config: book.config, folder, placeOf, now: input.now }
  const volumes =
    printed.length > 0 ? await print(input, press, printed, result, io, progress, stage) : undefined
  if (wanted.includes('epub')) {
    progress.report('Writing the ePub')
    const packed = await epubFiles(input, volumes, placeOf(['volumes']))
    result.files.push(...packed.files)
    result.messages.push(...packed.messages)
  }
  const { rules } = book.config
  return { ...result, messages: [...book.messages, ...applyLevels(distinct(result.messages), rules)] }
}

/** Renders what takes a browser, into `result`; gives the pages of the PDF. */
async function print(
  input: RenderInput,
  pressRequest: PressRequest,
  wanted: readonly Format[],
  result: Rendered,
  io: Io,
  progress: ProgressLine,
  stage: OutputStage,
): Promise<RenderedVolumes | undefined> {
  const { report } = progress
  report('Looking for a browser')
  const { findBrowser } = await import('../browser/index.ts')
  const browser = await findBrowser(io.env, { onProgress: report })
  if (browser.missing !== undefined) {
    const reason = `${browser.missing} ${missing(wanted)}`
    result.messages.push(createMessage(cliRule.noBrowser, { reason }))
    for (const format of wanted) result.failed.add(format)
    return undefined
  }
  result.browser = browser.build
  const { PdfError } = await import('../pdf/render-error.ts')
  /** One that fails does not take the other with it. */
  const attempt = async <T>(format: Format, render: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await render()
    } catch (error) {
      if (!(error instanceof PdfError)) throw error
      result.failed.add(format)
      result.messages.push(error.diagnostic)
      return undefined
    }
  }
  const options = { browser, onProgress: report }
  const book = wanted.includes('pdf')
    ? await attempt('pdf', async () => {
        const { renderVolumes } = await import('../pdf/render-volumes.ts')
        return await renderVolumes(input, options)
      })
    : undefined
  if (book) result.messages.push(...book.messages)
  for (const [at, volume] of book?.volumes.entries() ?? []) {
    const name = volumeFile(input.book.config.name, at, book?.volumes.length ?? 1)
    result.files.push({ path: `${name}.pdf`, bytes: volume.pdf, pages: volume.pages })
    const press = await pressFile(pressRequest, name, volume, io, progress)
    if (press.file) result.files.push(press.file)
    result.messages.push(...press.messages)
  }
  if (wanted.includes('handout')) {
    const messages = await attempt('handout', async () => {
      const { writeHandouts } = await import('../handout/render-handouts.ts')
      return await writeHandouts(input, options, { open: (path) => stage.open(`${handoutFolder}${path}`) })
    })
    if (messages) result.messages.push(...messages)
    else await stage.drop(handoutFolder)
  }
  return book
}

function missing(formats: readonly Format[]): string {
  if (!formats.includes('handout')) return 'The PDF was not made.'
  return formats.includes('pdf') ? 'The PDF and the handouts were not made.' : 'The handouts were not made.'
}

/** Both renderers look at the same chapters and may find the same mistake. */
function distinct(messages: readonly VFileMessage[]): VFileMessage[] {
  const seen = new Set<string>()
  return messages.filter((message) => {
    const key = [message.file, message.name, message.ruleId, message.reason].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}
