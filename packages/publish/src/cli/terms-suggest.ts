import { formatSuggestions, suggestTerms } from '@notes/glossary'
import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { loadBook } from '../load/load-book.ts'
import type { Command } from './command.ts'
import { existingPath } from './existing-path.ts'
import { UsageError } from './io.ts'

/** `notes terms suggest`: words to define. */
export const termsSuggest: Command = {
  name: 'terms suggest',
  usage: '[DIR]',
  summary: 'Propose terms that the notes use often and do not define, to paste into glossary.yaml.',
  positionals: { min: 0, max: 1 },
  options: [
    { name: 'least', value: 'N', description: 'Leave out words used less often; 2 where absent.' },
    { name: 'limit', value: 'N', description: 'How many to propose at most; 50 where absent.' },
    { name: 'json', description: 'Print the proposals as JSON, with their places.' },
  ],
  async run({ positionals, flags, values }, io) {
    const path = await existingPath(positionals[0] ?? '.', io.cwd, 'terms suggest')
    const leastCount = countOf('least', values)
    const limit = countOf('limit', values)
    const tokenizer = createKuromojiTokenizer()
    const { book } = await loadBook(path, { tokenizer })
    const suggestions = suggestTerms(book.tree, book.terms, {
      tokenizer,
      ...(leastCount !== undefined && { leastCount }),
      ...(limit !== undefined && { limit }),
    })
    if (flags.has('json')) io.stdout.write(`${JSON.stringify(suggestions, undefined, 2)}\n`)
    else if (suggestions.length > 0) io.stdout.write(formatSuggestions(suggestions))
    else io.stderr.write('No word is used often enough to be proposed.\n')
    return 0
  },
}

function countOf(name: string, values: ReadonlyMap<string, string[]>): number | undefined {
  const text = values.get(name)?.[0]
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/u.test(text)) {
    throw new UsageError(`--${name} is “${text}”, expected a whole number from 1.`, 'terms suggest')
  }
  return Number(text)
}
