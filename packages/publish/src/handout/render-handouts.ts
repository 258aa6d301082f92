import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { FoundBrowser, Progress } from '../browser/index.ts'
import { runInBrowser } from '../browser/run.ts'
import type { RenderInput } from '../model.ts'
import { PdfError } from '../pdf/render-error.ts'
import { pdfRule } from '../pdf/rules.ts'
import { composeHandouts, type Handout } from './compose.ts'
import { diagnoseHandouts } from './diagnose.ts'
import { finishHandout, type HandoutFacts } from './finish.ts'
import { imposeHandout } from './impose.ts'
import type { LaidHandout } from './in-page/paginate.ts'
import { handoutLabels } from './labels.ts'
import { handoutPage, type Layout, type Paper, rulePitch } from './layouts.ts'
import { joinPdfs } from './join.ts'
import { prepareHandouts } from './prepare.ts'
import { printHandouts } from './print.ts'
import { handoutRule } from './rules.ts'
import { chooseHandouts } from './choose.ts'

export interface HandoutOptions {
  /** Made by `findBrowser`. */
  browser: FoundBrowser
  onProgress?: Progress
  /** `id`s of sessions; all of them, and one file of all, where absent. */
  sessions?: readonly string[]
  /** book.yaml's where absent. */
  layout?: Layout
  paper?: Paper
  /** The longest that one step of the browser may take before it counts as hanging, in milliseconds. */
  timeout?: number
}

/** One PDF of handouts. */
export interface HandoutFile {
  /** `<session-id>.pdf`, `<session-id>.tagged.pdf` for the pages before they are imposed, `all.pdf`. */
  path: string
  bytes: Uint8Array
  pages: number
}

export interface RenderedHandouts {
  files: HandoutFile[]
  messages: VFileMessage[]
}

/** So many handouts are in the browser at once: its memory stays the same however many there are. */
export const CHUNK = 40

/** Sizes of text that a short handout may grow to. */
export const SCALES = [1.35, 1.25, 1.15, 1.08]

/**
 * Makes a handout of every session, and of every event that has notes and no session. The same input and the same
 * build of the browser give the same bytes. Throws a `PdfError` where the browser fails twice.
 */
export async function renderHandouts(input: RenderInput, options: HandoutOptions): Promise<RenderedHandouts> {
  const { book, assets, now } = input
  const { config } = book
  const { browser: found, onProgress } = options
  const page = handoutPage(options.layout ?? config.handout.layout, options.paper ?? config.handout.paper)
  onProgress?.('Composing handouts')
  const { chosen, messages } = chooseHandouts(composeHandouts(book, assets), options.sessions)
  if (chosen.length === 0) return { files: [], messages }
  const labels = handoutLabels(config.language)
  const parts = { aside: page.aside, labels, rule: rulePitch(page), scales: SCALES }
  const producer = `${found.build} (Skia)`
  const finish = async (printed: Uint8Array, facts: HandoutFacts): Promise<Buffer> =>
    await finishHandout(printed, facts, page, config, now, producer)

  const result = await runInBrowser(
    options,
    async (browser) => {
      const made: { handout: Handout; laid: LaidHandout; bytes: Buffer }[] = []
      const chunks: Buffer[] = []
      for (let start = 0; start < chosen.length; start += CHUNK) {
        const handouts = chosen.slice(start, start + CHUNK)
        const answer = await prepareHandouts(handouts, input, page, labels)
        let done = start
        const printed = await printHandouts(browser, answer, parts, () =>
          onProgress?.('Printing handouts', ++done, chosen.length),
        )
        for (const [at, handout] of handouts.entries()) {
          const laid = printed.laid[at] as LaidHandout
          const bytes = await finish(
            printed.each[at] as Uint8Array,
            factsOf([{ handout, laid }], handout.title),
          )
          made.push({ handout, laid, bytes })
        }
        const both = handouts.map((handout, at) => ({ handout, laid: printed.laid[at] as LaidHandout }))
        chunks.push(await finish(printed.all, factsOf(both, config.title)))
      }
      return { made, chunks }
    },
    () => messages.push(createMessage(pdfRule.browserRestarted)),
  ).catch((error: unknown) => {
    throw new PdfError(createMessage(handoutRule.failed), error)
  })

  onProgress?.('Finishing the handouts')
  const names = fileNames(result.made.map(({ handout }) => handout.id))
  const files: HandoutFile[] = []
  for (const [at, { laid, bytes }] of result.made.entries()) {
    files.push(...(await imposed(names[at] ?? '', bytes, laid.pages)))
  }
  if (options.sessions === undefined) {
    const total = result.made.reduce((sum, { laid }) => sum + laid.pages, 0)
    files.push(...(await imposed('all', await joinPdfs(result.chunks, now), total)))
  }
  messages.push(...diagnoseHandouts(result.made))
  return { files, messages }

  /** A file, and where imposing loses its tags the file before it too. */
  async function imposed(name: string, bytes: Uint8Array, pages: number): Promise<HandoutFile[]> {
    const sheets = await imposeHandout(bytes, page, config.handout.creep, now)
    if (!sheets) return [{ path: `${name}.pdf`, bytes, pages }]
    return [
      { path: `${name}.pdf`, ...sheets },
      { path: `${name}.tagged.pdf`, bytes, pages },
    ]
  }
}

function factsOf(list: readonly { handout: Handout; laid: LaidHandout }[], title: string): HandoutFacts {
  const places = new Map<string, number>()
  const labels: string[] = []
  for (const { handout, laid } of list) {
    places.set(handout.id, labels.length)
    for (const { id } of handout.sections) places.set(id, labels.length + (laid.places[id] ?? 0))
    for (let number = 1; number <= laid.pages; number++) labels.push(String(number))
  }
  const outline = list.map(({ handout: { id, title: own, sections } }) => ({
    id,
    title: own,
    children: sections.map((section) => ({ ...section, children: [] })),
  }))
  return { title, labels, outline, places }
}

/** Names of the files without an extension; `all` is taken. */
function fileNames(ids: readonly string[]): string[] {
  const taken = new Set(['all'])
  return ids.map((id) => {
    const safe = id.replaceAll(/[^\w.-]/gu, '-')
    let name = safe
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${safe}-${count}`
    taken.add(name.toLowerCase())
    return name
  })
}
