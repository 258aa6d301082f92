import { createMessage, levelOf } from '@notes/parser'
import { relative, resolve, sep } from 'node:path'
import * as v from 'valibot'
import type { VFileMessage } from 'vfile-message'
import { creep as creepSchema, creepRange } from '../config/values.ts'
import { layouts, papers, type Layout, type Paper } from '../handout/layouts.ts'
import { applyLevels } from '../load/levels.ts'
import { loadBook } from '../load/load-book.ts'
import { loadTheme } from '../load/theme.ts'
import { bookDate } from './clock.ts'
import type { Command } from './command.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import { OutputStage } from './output-stage.ts'
import { UsageError } from './io.ts'
import { createProgress } from './progress.ts'
import { countLevels } from './report/facts.ts'
import { printMessages } from './report/print.ts'
import { cliRule } from './rules.ts'
import { describeOutput } from './summary.ts'
import { tryFolder } from './writable-folder.ts'

/** `notes handout`: one PDF a session, to hand out. */
export const handout: Command = {
  name: 'handout',
  usage: '[DIR]',
  summary: 'Print the sessions of a book on paper to hand out: a PDF for each, and one of all.',
  positionals: { min: 0, max: 1 },
  options: [
    {
      name: 'session',
      short: 's',
      value: 'ID,…',
      list: true,
      description: 'Ids of sessions; every session, and one file of all, where absent.',
    },
    {
      name: 'layout',
      short: 'l',
      value: 'LAYOUT',
      choices: layouts,
      description:
        'How pages stand on the sheet (booklet: print on both sides, flip on the short edge, fold); book.yaml’s where absent.',
    },
    {
      name: 'paper',
      short: 'p',
      value: 'PAPER',
      choices: Object.keys(papers),
      description: 'Size of the sheet; book.yaml’s where absent.',
    },
    {
      name: 'creep',
      value: 'MM',
      description:
        'How far the innermost sheet of a booklet moves towards the spine, in millimetres; book.yaml’s where absent.',
    },
    {
      name: 'out',
      short: 'o',
      value: 'DIR',
      description: 'Where the files go; `output/handouts` where absent.',
    },
    inputOption,
  ],
  async run(given, io) {
    const { positionals, values } = given
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'handout')
    const out = resolve(io.cwd, values.get('out')?.[0] ?? 'output/handouts')
    await tryFolder(out)
    const [layout, paper] = [values.get('layout')?.[0] as Layout, values.get('paper')?.[0] as Paper]
    const creep = creepOf(values.get('creep')?.[0])
    const sessions = values.get('session')
    const progress = createProgress(io)
    try {
      progress.report('Reading the notes')
      const { book, assets, folder, placeOf } = await loadBook(path, inputOf(given))
      checkCreep(creep, layout ?? book.config.handout.layout)
      const { theme, messages } = await loadTheme(book.config.theme, folder, placeOf(['theme']))
      const input = { book, theme, assets, now: bookDate(book, io.env) }
      progress.report('Looking for a browser')
      const { findBrowser } = await import('../browser/index.ts')
      const browser = await findBrowser(io.env, { onProgress: progress.report })
      const { writeHandouts } = await import('../handout/render-handouts.ts')
      const { PdfError } = await import('../pdf/render-error.ts')
      const stage = new OutputStage(out)
      try {
        if (browser.missing !== undefined) {
          messages.push(
            createMessage(cliRule.noBrowser, { reason: `${browser.missing} No handout was made.` }),
          )
        } else {
          const options = {
            browser,
            onProgress: progress.report,
            ...(sessions && { sessions }),
            ...(layout && { layout }),
            ...(paper && { paper }),
            ...(creep !== undefined && { creep }),
          }
          messages.push(...(await writeHandouts(input, options, stage)))
          await stage.commit()
        }
      } catch (error) {
        if (!(error instanceof PdfError)) throw error
        stage.files.length = 0
        messages.push(error.diagnostic)
      } finally {
        await stage.discard()
      }
      progress.clear()
      const all = [...book.messages, ...applyLevels(messages, book.config.rules)]
      // Notices about the notes are for `notes check`; those about the handouts are found nowhere else.
      const isShown = (message: VFileMessage) => messages.includes(message) || levelOf(message) !== 'info'
      printMessages(all.filter(isShown), folder, io)
      io.stdout.write(describeOutput(stage.files, relative(io.cwd, out).split(sep).join('/') || '.'))
      return countLevels(all).error > 0 ? 1 : 0
    } finally {
      progress.clear()
    }
  },
}

/** The millimetres that were given; a `UsageError` where they are none. */
function creepOf(text: string | undefined): number | undefined {
  if (text === undefined) return
  const { success, output } = v.safeParse(creepSchema, text.trim() === '' ? undefined : Number(text))
  if (success) return output
  throw new UsageError(
    `Unexpected value “${text}” for --creep, expected ${creepRange}, such as 0.5.`,
    'handout',
  )
}

/** Sheets that are not folded into each other do not creep. */
function checkCreep(creep: number | undefined, layout: Layout): void {
  if (creep === undefined || layout === 'booklet') return
  throw new UsageError(
    `--creep is for booklets, and the layout here is ${layout}: add --layout booklet, or leave it out.`,
    'handout',
  )
}
