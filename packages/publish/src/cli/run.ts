import { didYouMean } from '../config/nearest.ts'
import { readArguments } from './arguments.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { handout } from './handout.ts'
import { commandHelp, mainHelp } from './help.ts'
import { importNotes } from './import.ts'
import { init } from './init.ts'
import { type Io, UsageError } from './io.ts'
import { parse } from './parse.ts'
import { termsSuggest } from './terms-suggest.ts'
import { packageVersion } from './version.ts'
import { unwritable } from './writable-folder.ts'

/** Every command, in the order of the help. */
const commands: readonly Command[] = [init, importNotes, parse, check, build, handout, termsSuggest]

/** Runs a command line; gives the exit code and never throws. */
export async function runCommand(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    if (error instanceof UsageError) {
      const help = error.command === undefined ? 'notes --help' : `notes ${error.command} --help`
      io.stderr.write(`${error.message}\nRun \`${help}\` to see what there is.\n`)
      return 2
    }
    io.stderr.write(explainFailure(error, io.env))
    return 1
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first] = argv
  if (first === undefined) {
    io.stderr.write(mainHelp(commands))
    return 2
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    io.stdout.write(mainHelp(commands))
    return 0
  }
  if (first === '--version' || first === '-v') {
    io.stdout.write(`${packageVersion()}\n`)
    return 0
  }
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word))
  if (!command) {
    throw new UsageError(unknownCommand(first))
  }
  const given = readArguments(command, argv.slice(command.name.split(' ').length))
  if (given.flags.has('help')) {
    io.stdout.write(commandHelp(command))
    return 0
  }
  if (given.flags.has('version')) {
    io.stdout.write(`${packageVersion()}\n`)
    return 0
  }
  return await command.run(given, io)
}

function unknownCommand(first: string): string {
  if (first.startsWith('-')) return `Unknown option “${first}” before a command.`
  const longer = commands.find(({ name }) => name.startsWith(`${first} `))
  if (longer) return `Unknown command “${first}”. Did you mean “${longer.name}”?`
  return `Unknown command “${first}”.${didYouMean(
    first,
    commands.map(({ name }) => name),
  )}`
}

const systemErrors: Readonly<Record<string, string>> = {
  [unwritable]: 'no file can be written there',
  EACCES: 'it may not be read or written',
  EPERM: 'it may not be read or written',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file stands where a folder should be',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
}

/** One sentence for the user; the stack for developers, on demand. */
function explainFailure(error: unknown, env: NodeJS.ProcessEnv): string {
  const { code, path, message, stack } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException
  const known = code === undefined ? undefined : systemErrors[code]
  const sentence =
    known === undefined
      ? `Notes has failed: ${(message.split('\n')[0] ?? '').replace(/\.$/u, '')}. This is a mistake of Notes; please report it with the output of NOTES_DEBUG=1.`
      : `${path ?? 'A file'} cannot be used: ${known}.`
  return env['NOTES_DEBUG'] ? `${sentence}\n${stack ?? ''}\n` : `${sentence}\n`
}
