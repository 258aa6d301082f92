import { applyLevels } from '../load/levels.ts'
import { readBookNotes } from '../load/read-notes.ts'
import type { Command } from './command.ts'
import { existingPath } from './existing-path.ts'
import { inputOf, inputOption } from './input-option.ts'
import { countLevels } from './report/facts.ts'
import { printMessages } from './report/print.ts'
import { titleOptions, titlesOf } from './title-options.ts'
import { treeOutline } from './tree-outline.ts'

/** `notes parse`: the notes tree of a file or of a whole book. */
export const parse: Command = {
  name: 'parse',
  usage: 'FILE|DIR',
  summary: 'Show what is understood of a file of notes, or of a whole book.',
  positionals: { min: 1, max: 1 },
  options: [
    { name: 'json', description: 'Print the whole tree as JSON; an outline where absent.' },
    inputOption,
    ...titleOptions,
  ],
  async run(given, io) {
    const { positionals, flags } = given
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'parse')
    const { tree, messages, config, root } = await readBookNotes(path, {
      ...inputOf(given),
      titles: titlesOf(given),
    })
    const reported = applyLevels(messages, config.rules)
    printMessages(reported, root, io)
    io.stdout.write(flags.has('json') ? `${JSON.stringify(tree, undefined, 2)}\n` : treeOutline(tree))
    return countLevels(reported).error > 0 ? 1 : 0
  },
}
