import { rules as glossaryRules } from '@notes/glossary'
import { rules as parserRules } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { loadBook } from '../load/load-book.ts'
import { loadTheme } from '../load/theme.ts'
import { applyLevels } from '../load/levels.ts'
import { rules as publishRules } from '../rules.ts'
import type { RenderInput } from '../model.ts'
import type { Command } from './command.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import { countLevels } from './report/facts.ts'
import { githubReport, jsonReport, sarifReport } from './report/machine.ts'
import { prettyTotal } from './report/pretty.ts'
import { createLocator, printMessages } from './report/print.ts'
import { packageVersion } from './version.ts'

/** The date of a book that is not kept. */
const anyDay = new Date(Date.UTC(1980, 0, 1))

/** `notes check`: every diagnostic of a book but those of its printed pages, which take a browser. */
export const check: Command = {
  name: 'check',
  usage: '[DIR]',
  summary: 'Look for mistakes in a book without building it; printed pages are looked at by `notes build`.',
  positionals: { min: 0, max: 1 },
  options: [
    {
      name: 'reporter',
      short: 'r',
      value: 'NAME',
      choices: ['pretty', 'json', 'sarif', 'github'],
      description: 'How to report; `pretty` where absent.',
    },
    inputOption,
    { name: 'strict', description: 'End with exit code 1 for warnings and notices too.' },
  ],
  async run(given, io) {
    const { positionals, flags, values } = given
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'check')
    const { book, folder, placeOf, assets } = await loadBook(path, inputOf(given))
    const { theme, messages: ofTheme } = await loadTheme(book.config.theme, folder, placeOf(['theme']))
    const found = [...ofTheme, ...(await rendererMessages({ book, theme, assets, now: anyDay }))]
    const messages = [...book.messages, ...applyLevels(found, book.config.rules)]
    const locate = createLocator(folder, io.cwd)
    switch (values.get('reporter')?.[0]) {
      case 'json':
        io.stdout.write(jsonReport(messages))
        break
      case 'github':
        io.stdout.write(githubReport(messages, locate))
        break
      case 'sarif': {
        const rules = [...parserRules, ...glossaryRules, ...publishRules]
        io.stdout.write(sarifReport(messages, { locate, rules, version: packageVersion() }))
        break
      }
      default:
        printMessages(messages, folder, io)
        io.stderr.write(prettyTotal(messages))
    }
    const failing = flags.has('strict') ? messages.length : countLevels(messages).error
    return failing > 0 ? 1 : 0
  },
}

/** What only shows when the book is made: images and fonts that cannot be used. */
async function rendererMessages(input: RenderInput): Promise<VFileMessage[]> {
  if (input.book.tree.children.length === 0) return []
  // The renderer stands on large libraries; the other commands start faster without them.
  const { renderEpub } = await import('../epub/render-epub.ts')
  return (await renderEpub(input)).messages
}
