import { styleText } from 'node:util'

/** The command's doors: streams, environment, current folder. */
export interface Io {
  /** Data. */
  stdout: NodeJS.WriteStream
  /** Diagnostics and progress. */
  stderr: NodeJS.WriteStream
  env: NodeJS.ProcessEnv
  cwd: string
}

/** A colour or weight of a terminal. */
export type Style = Parameters<typeof styleText>[0]

/** Paints text where the stream is a terminal and neither NO_COLOR nor the like says otherwise. */
export function paint(stream: NodeJS.WriteStream, style: Style, text: string): string {
  return styleText(style, text, { stream })
}

/** Wrong usage: exit code 2. The message is one or two sentences for the user. */
export class UsageError extends Error {
  /** The command whose `--help` may help. */
  readonly command: string | undefined

  constructor(message: string, command?: string) {
    super(message)
    this.name = 'UsageError'
    this.command = command
  }
}
