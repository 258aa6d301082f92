import type { TitleHints } from '@notes/parser'
import type { Given, OptionSpec } from './command.ts'

const kinds = { events: 'events', sessions: 'sessions', sections: 'sections', prose: 'no titles' } as const

/** Options that say what titles of plain text are. */
export const titleOptions: readonly OptionSpec[] = Object.entries(kinds).map(([name, what]) => ({
  name,
  value: 'TITLES',
  list: true,
  description: `Lines of plain text that are ${what}, parted by commas; * stands for any characters.`,
}))

/** What was said of the titles of plain text. */
export function titlesOf({ values }: Given): TitleHints {
  return Object.fromEntries(Object.keys(kinds).map((name) => [name, values.get(name) ?? []]))
}
