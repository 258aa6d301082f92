import type { Given, OptionSpec } from './command.ts'

type Input = 'markdown' | 'text'

/** The option that says what files of notes are. */
export const inputOption: OptionSpec = {
  name: 'input',
  value: 'KIND',
  choices: ['markdown', 'text'],
  description: 'What the files are, whatever their names.',
}

/** The option's value, as the readers take it. */
export function inputOf({ values }: Given): { input?: Input } {
  const input = values.get('input')?.[0] as Input | undefined
  return input === undefined ? {} : { input }
}
