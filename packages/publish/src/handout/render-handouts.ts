import { createMessage } from '@notes/parser'
import type { Browser } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import type { FoundBrowser, Progress } from '../browser/index.ts'
import { BrowserFault, runInBrowser } from '../browser/run.ts'
import type { RenderInput } from '../model.ts'
import { PdfError } from '../pdf/render-error.ts'
import { pdfRule } from '../pdf/rules.ts'
import { linkTexts } from '../pdf/ua/links.ts'
import { chooseHandouts } from './choose.ts'
import { createComposer, type Handout } from './compose.ts'
import { diagnoseHandouts, diagnoseMissing } from './diagnose.ts'
import { fileNames } from './file-names.ts'
import { HandoutFileSet } from './file-set.ts'
import type { LaidHandout } from './in-page/paginate.ts'
import { handoutLabels } from './labels.ts'
import { handoutPage, type Layout, pageParts, type Paper } from './layouts.ts'
import { createQueue } from './queue.ts'
import { prepareHandouts } from './prepare.ts'
import { type OpenHandouts, openHandouts } from './print.ts'
import { handoutRule } from './rules.ts'
import { handoutSources } from './sources.ts'
import { collectFiles, type HandoutFile, type HandoutSink } from './sink.ts'

export interface HandoutOptions {
  /** Made by `findBrowser`. */
  browser: FoundBrowser
  onProgress?: Progress
  /** `id`s of sessions; all of them, and one file of all, where absent. */
  sessions?: readonly string[]
  /** book.yaml's where absent. */
  layout?: Layout
  paper?: Paper
  /** Of booklets, see `creepOf`; millimetres. */
  creep?: number
  /** The longest that one step of the browser may take before it counts as hanging, in milliseconds. */
  timeout?: number
}

export interface RenderedHandouts {
  files: HandoutFile[]
  messages: VFileMessage[]
}

/** Some handouts in the browser. Their trees are let go: the browser has them. */
interface LaidOut extends OpenHandouts {
  handouts: Omit<Handout, 'sheet'>[]
  /** See `linkTexts`. */
  links: Map<string, string>
  /** Characters that no font holds. */
  missing: number[]
}

/** So many handouts are in the browser at once: its memory stays the same however many there are. */
export const CHUNK = 40

/**
 * Makes a handout of every session, and of every event that has notes and no session. The same input and the same
 * build of the browser give the same bytes. Throws a `PdfError` where the browser fails twice.
 */
export async function renderHandouts(input: RenderInput, options: HandoutOptions): Promise<RenderedHandouts> {
  const { sink, files } = collectFiles()
  return { messages: await writeHandouts(input, options, sink), files }
}

/** The same, handing on each file's bytes as they are made: no more than one chunk of handouts is in memory. */
export async function writeHandouts(
  input: RenderInput,
  options: HandoutOptions,
  sink: HandoutSink,
): Promise<VFileMessage[]> {
  const { book, assets, now } = input
  const { config } = book
  const { browser: found, onProgress } = options
  const page = handoutPage(options.layout ?? config.handout.layout, options.paper ?? config.handout.paper)
  const { chosen, messages } = chooseHandouts(handoutSources(book), options.sessions)
  if (chosen.length === 0) return messages
  onProgress?.('Composing handouts')
  const compose = createComposer(book, assets)
  const labels = handoutLabels(config.language)
  const parts = pageParts(page, labels)
  const ids = chosen.map(({ id }) => id)
  const names = fileNames(ids)
  const files = new HandoutFileSet(sink, {
    page,
    config,
    now,
    producer: `${found.build} (Skia)`,
    creep: options.creep ?? config.handout.creep,
    whole: options.sessions === undefined,
  })

  const queue = createQueue()
  // What a browser printed before it stopped is not printed again, and not kept.
  const unknown = new Set<number>()
  let running: Browser | undefined
  let printed = 0
  const layOut = async (browser: Browser, start: number): Promise<LaidOut> => {
    const composed = chosen.slice(start, start + CHUNK).map(compose)
    const { answer, missing } = await prepareHandouts(composed, input, page, labels)
    const links = linkTexts(composed.map(({ sheet }) => sheet.root))
    const handouts = composed.map((handout) => {
      const { sheet: _, ...rest } = handout
      return rest
    })
    return { handouts, links, missing, ...(await openHandouts(browser, answer, parts)) }
  }
  const printAll = async (browser: Browser): Promise<void> => {
    running = browser
    let next = layOut(browser, printed)
    while (printed < chosen.length) {
      const start = printed
      onProgress?.('Printing handouts', start, chosen.length)
      const { handouts, links, missing, laid, print } = await next
      const end = start + handouts.length
      if (end < chosen.length) {
        // The next ones are laid out while these are printed.
        next = layOut(browser, end)
        // Thrown where it is waited for.
        next.catch(() => undefined)
      }
      const pdf = await print()
      if (running !== browser) return
      printed = end
      for (const code of missing) unknown.add(code)
      const made = handouts.map((handout, at) => ({ handout, laid: laid[at] as LaidHandout }))
      messages.push(...diagnoseHandouts(made))
      const named = made.map(({ handout: { id, title, sections }, laid: { pages, places } }, at) => ({
        handout: { id, title, sections },
        laid: { pages, places },
        name: names[start + at] ?? id,
      }))
      // Written while the next ones are printed.
      await queue.add(() => files.add({ pdf, handouts: named, links }))
    }
    onProgress?.('Finishing the handouts')
  }
  await runInBrowser(options, printAll, () => messages.push(createMessage(pdfRule.browserRestarted))).catch(
    (error: unknown) => {
      if (!(error instanceof BrowserFault)) throw error
      throw new PdfError(createMessage(handoutRule.failed), error)
    },
  )
  await queue.end()
  await files.end()
  messages.push(...diagnoseMissing(book, new Set(ids), unknown))
  return messages
}
