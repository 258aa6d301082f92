import { commonOptions } from './arguments.ts'
import type { Command, OptionSpec } from './command.ts'

/** The help of the whole command. */
export function mainHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, usage, summary }) => [`notes ${name} ${usage}`.trim(), summary] as const)
  return [
    'Turns conference notes into an ePub and a print-ready PDF.',
    '',
    'Usage:',
    ...table(rows),
    '',
    'Options:',
    ...optionRows(commonOptions),
    '',
    'Run `notes COMMAND --help` for its options. Exit codes: 0 done, 1 with an error, 2 for wrong usage.',
    '',
  ].join('\n')
}

/** The help of one command. */
export function commandHelp({ name, usage, summary, options }: Command): string {
  return [
    summary,
    '',
    `Usage: notes ${name} ${usage}${options.length > 0 ? ' [OPTIONS]' : ''}`.trimEnd(),
    '',
    'Options:',
    ...optionRows([...options, ...commonOptions]),
    '',
  ].join('\n')
}

function optionRows(options: readonly OptionSpec[]): string[] {
  return table(
    options.map(({ name, short, value, choices, description }) => {
      const key = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
      return [key, choices ? `${description} One of: ${choices.join(', ')}.` : description] as const
    }),
  )
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([key]) => key.length))
  return rows.map(([key, text]) => `  ${key.padEnd(width)}  ${text}`)
}
