import { parseArgs } from 'node:util'
import { didYouMean } from '../config/nearest.ts'
import type { Command, Given, OptionSpec } from './command.ts'
import { UsageError } from './io.ts'

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'help', short: 'h', description: 'Show this help.' },
  { name: 'version', short: 'v', description: 'Show the version.' },
]

/** Reads a command's arguments; throws a `UsageError` that names what is wrong. */
export function readArguments(command: Command, args: readonly string[]): Given {
  const options = [...command.options, ...commonOptions]
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map((option) => [option.name, toParseOption(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const positionals: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  const fail = (message: string): never => {
    throw new UsageError(message, command.name)
  }
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(({ name }) => name === token.name)
    if (!option) {
      const known = options.map(({ name }) => `--${name}`)
      return fail(`Unknown option “${token.rawName}”.${didYouMean(token.rawName, known)}`)
    }
    if (option.value === undefined) {
      if (token.value !== undefined) fail(`--${option.name} takes no value.`)
      flags.add(option.name)
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
      fail(`--${option.name} needs a value: --${option.name} ${option.value}.`)
    } else values.set(option.name, readValue(option, token.value, values.get(option.name), fail))
  }
  const asksOnly = flags.has('help') || flags.has('version')
  const { min, max } = command.positionals
  if (!asksOnly && positionals.length < min) fail(`Missing ${command.usage.split(' ')[0]}.`)
  if (!asksOnly && positionals.length > max) fail(`Unexpected argument “${positionals[max]}”.`)
  return { positionals, flags, values }
}

function toParseOption({ value, short }: OptionSpec): { type: 'boolean' | 'string'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) }
}

function readValue(
  { name, list, choices }: OptionSpec,
  text: string,
  before: readonly string[] | undefined,
  fail: (message: string) => never,
): string[] {
  const given = list ? text.split(',').map((part) => part.trim()) : [text]
  for (const value of given) {
    if (value === '') fail(`--${name} has an empty value.`)
    if (choices && !choices.includes(value)) {
      fail(
        `Unknown value “${value}” for --${name}, expected ${choices.join(', ')}.${didYouMean(value, choices)}`,
      )
    }
  }
  return list ? [...new Set([...(before ?? []), ...given])] : given
}
