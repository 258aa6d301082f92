import { createMessage } from '@notes/parser'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Progress } from '../../browser/index.ts'
import { finishPress, follows } from './finish-press.ts'
import {
  type Ghostscript,
  type GhostscriptJob,
  type GhostscriptResult,
  runGhostscript,
} from './ghostscript.ts'
import { pressRule } from './rules.ts'
import {
  ghostscriptSwitches,
  intentProgram,
  isPressProfile,
  type OutputIntent,
  type PressStandard,
  type PressStandardName,
  pressStandards,
  workFiles,
} from './standards.ts'
import { tinyPdf } from './tiny-pdf.ts'
import { type PressVariant, pressVariant } from './variant.ts'

export interface PressInput {
  /** A PDF as `renderPdf` gives it. */
  pdf: Uint8Array
  /** Labels of its pages. */
  labels: readonly string[]
  now: Date
  standard: PressStandardName
  intent: OutputIntent
  /** Undefined where none was found. */
  ghostscript: Ghostscript | undefined
  onProgress?: Progress
  /** Where book.yaml asks for the standard. */
  place?: Position | undefined
}

export interface RenderedPress {
  /** Undefined where it could not be made; the messages say why. */
  pdf?: Uint8Array
  messages: VFileMessage[]
}

/** Makes the file for the press of a printed book. The same input and the same Ghostscript give the same bytes. */
export async function renderPress(input: PressInput): Promise<RenderedPress> {
  const { pdf, now, ghostscript, intent, onProgress } = input
  const standard = pressStandards[input.standard]
  const refused = (reason: string, hint?: string): RenderedPress => ({
    messages: [messageOf(input, reason, hint)],
  })
  if (!ghostscript) return refused(`${standard.name} needs Ghostscript, which was not found.`)
  if (intent.profile && !isPressProfile(intent.profile)) {
    return refused(
      `pdf.outputIntent names “${intent.name}”, which is no ICC profile of a CMYK press.`,
      'Take the profile that the press gives out, or write the name of a printing condition, e.g. `JC200103`.',
    )
  }
  if (standard.needsProfile && !intent.profile) {
    return refused(
      `${standard.name} needs an ICC profile: pdf.outputIntent names a registered condition.`,
      'Put the profile of the press into the book’s folder and name it, e.g. `outputIntent: press.icc`.',
    )
  }
  onProgress?.(`Preparing ${standard.name}`)
  const run = (
    { pdf: book, title }: Pick<PressVariant, 'pdf' | 'title'>,
    given: string,
    { timeout, onPage }: Pick<GhostscriptJob, 'timeout' | 'onPage'>,
  ): Promise<GhostscriptResult> =>
    runGhostscript(ghostscript, {
      switches: ghostscriptSwitches(given, intent),
      files: {
        [workFiles.input]: book,
        [workFiles.intent]: intentProgram(standard, intent, title),
        ...(intent.profile && { [workFiles.profile]: intent.profile }),
      },
      output: workFiles.output,
      timeout,
      ...(onPage && { onPage }),
    })
  const given = await switchThatWorks(standard, (each) =>
    run({ pdf: tinyPdf(), title: '()' }, each, { timeout: 60_000 }),
  )
  if (given === undefined) {
    return refused(
      `The Ghostscript that was found (${ghostscript.version}) cannot make ${standard.name}; it needs a newer one.`,
    )
  }
  const variant = await pressVariant(pdf)
  const count = variant.pages.length
  const onPage = (page: number): void =>
    onProgress?.(`Writing ${standard.name} with Ghostscript ${ghostscript.version}`, page - 1, count)
  onPage(1)
  const made = await run(variant, given, { timeout: 60_000 + count * 3000, onPage })
  const failed = `Ghostscript ${ghostscript.version} made no ${standard.name}: `
  if (!made.bytes) return refused(failed + lastLine(made.said))
  const date = `D:${now.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+00'00'`
  const finished = finishPress(made.bytes, { standard, boxes: variant.pages, date })
  if (!finished) return refused(failed + lastLine(made.said))
  return { pdf: finished, messages: standard.transparency ? [] : transparencyMessages(input, variant) }
}

/** Tries the standard on a page of nothing, and looks at what came out. */
async function switchThatWorks(
  standard: PressStandard,
  tryOut: (given: string) => Promise<GhostscriptResult>,
): Promise<string | undefined> {
  for (const given of standard.switches) {
    const { bytes } = await tryOut(given)
    if (bytes && follows(bytes, standard)) return given
  }
  return undefined
}

function messageOf({ place }: PressInput, reason: string, hint?: string): VFileMessage {
  return createMessage(pressRule.noPressFile, { reason, place, file: 'book.yaml', ...(hint && { hint }) })
}

function transparencyMessages({ labels, place }: PressInput, { transparent }: PressVariant): VFileMessage[] {
  if (transparent.length === 0) return []
  const pages = transparent.map((page) => labels[page] ?? String(page + 1))
  const [noun, verb] =
    pages.length === 1 ? ['Page', 'is printed as a picture'] : ['Pages', 'are printed as pictures']
  const reason = `${noun} ${pages.join(', ')} ${verb}: something on ${pages.length === 1 ? 'it' : 'them'} is transparent.`
  return [createMessage(pressRule.pressTransparency, { reason, place, file: 'book.yaml' })]
}

/** The sentence of what a program said that is most likely the reason. */
function lastLine(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const named = lines.find((line) => /not permitted|reverting|error/i.test(line))
  return `${(named ?? lines.at(-1) ?? 'it said nothing').slice(0, 300)}.`.replace('..', '.')
}
