import type { Io } from './io.ts'

/** An option of a command. */
export interface OptionSpec {
  name: string
  short?: string
  /** Name of its value in the help, e.g. `DIR`; a switch where absent. */
  value?: string
  /** The values that it takes. */
  choices?: readonly string[]
  /** Whether several values may be given, parted by commas. */
  list?: boolean
  description: string
}

/** What was given to a command. */
export interface Given {
  positionals: string[]
  /** Switches that are on. */
  flags: ReadonlySet<string>
  /** Values by option; a list where the option takes several. */
  values: ReadonlyMap<string, string[]>
}

/** A command of `notes`. */
export interface Command {
  /** Its words, e.g. `terms suggest`. */
  name: string
  /** Its arguments in the help, e.g. `[DIR]`. */
  usage: string
  summary: string
  /** How many arguments it takes. */
  positionals: { min: number; max: number }
  options: readonly OptionSpec[]
  /** Does it; gives the exit code. */
  run: (given: Given, io: Io) => Promise<number>
}
