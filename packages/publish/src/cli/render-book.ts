import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { applyLevels } from '../load/levels.ts'
import type { LoadedBook } from '../load/load-book.ts'
import { loadTheme } from '../load/theme.ts'
import type { PageMap, RenderInput } from '../model.ts'
import { bookDate } from './clock.ts'
import type { Io } from './io.ts'
import type { OutputFile } from './output.ts'
import type { ProgressLine } from './progress.ts'
import { cliRule } from './rules.ts'

/** What can be built. */
export const formats = ['epub', 'pdf'] as const
export type Format = (typeof formats)[number]

/** The format that a file of the output folder belongs to. */
export function formatOf(path: string): Format | undefined {
  return formats.find((format) => path.endsWith(`.${format}`))
}

/** What became of a book, before it is written. */
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
