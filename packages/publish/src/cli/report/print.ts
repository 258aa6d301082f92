import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { type Io, paint } from '../io.ts'
import { prettyReport } from './pretty.ts'

/**
 * Makes paths of the book's folder into paths from the current folder, with forward slashes; absolute ones where the
 * way there is longer.
 */
export function createLocator(folder: string, cwd: string): (file: string) => string {
  const near = relative(cwd, folder)
  const way = (near.length > folder.length ? folder : near).split(sep).join('/')
  return (file) => (way === '' ? file : `${way}/${file}`)
}

/** Writes diagnostics for people to stderr. */
export function printMessages(messages: readonly VFileMessage[], folder: string, io: Io): void {
  const lines = new Map<string, string[]>()
  const sourceLine = (file: string, line: number): string | undefined => {
    if (!lines.has(file)) lines.set(file, readLines(join(folder, file)))
    return lines.get(file)?.[line - 1]
  }
  const report = prettyReport(messages, {
    paint: (style, text) => paint(io.stderr, style, text),
    locate: createLocator(folder, io.cwd),
    sourceLine,
  })
  io.stderr.write(report)
}

/** Lines of a file; none where it cannot be shown, e.g. because it is not UTF-8. */
function readLines(path: string): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).split(/\r\n|\r|\n/u)
  } catch {
    return []
  }
}
