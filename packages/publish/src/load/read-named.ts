import { createMessage } from '@notes/parser'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type BookFolder, maxBytes } from './folder.ts'
import { loadRule } from './rules.ts'

/**
 * Reads a file that something names, or reports why it cannot be read.
 *
 * `path` is `undefined` where it leads out of the folder; `subject` begins the sentence, e.g. `front[0] names “a.md”`.
 */
export async function readNamed(
  folder: BookFolder,
  path: string | undefined,
  subject: string,
  place: Position | undefined,
  file: string,
  messages: VFileMessage[],
): Promise<Uint8Array | undefined> {
  const read = path === undefined ? ({ kind: 'outside' } as const) : await folder.read(path)
  if (read.kind === 'file') return read.bytes
  const problems = {
    missing: [loadRule.missingFile, 'does not exist'],
    folder: [loadRule.missingFile, 'is a folder, not a file'],
    outside: [loadRule.outside, 'leads out of the book’s folder'],
    unreadable: [loadRule.unreadable, 'cannot be read'],
    'too-large': [loadRule.unreadable, `is larger than ${maxBytes / 1024 / 1024} MB`],
  } as const
  const [rule, what] = problems[read.kind]
  messages.push(createMessage(rule, { reason: `${subject}, which ${what}.`, place, file }))
  return undefined
}

/** Reads a file that a book may lack: nothing is reported where there is none. */
export async function readOptional(
  folder: BookFolder,
  path: string,
  subject: string,
  messages: VFileMessage[],
): Promise<Uint8Array | undefined> {
  const read = await folder.read(path)
  if (read.kind === 'file') return read.bytes
  return read.kind === 'missing'
    ? undefined
    : await readNamed(folder, path, subject, undefined, path, messages)
}
