import { createMessage } from '@notes/parser'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { didYouMean } from '../config/nearest.ts'
import type { Theme } from '../model.ts'
import { normalisePath, openFolder } from './folder.ts'
import { loadRule } from './rules.ts'

const builtIn = fileURLToPath(new URL('../../themes/', import.meta.url))
const fallback = 'plain'

/**
 * Reads a theme: one of the package's by its name, or a folder of the book by `./` and its path. A theme's folder
 * holds `theme.css`, `print.css`, `epub.css`, `handout.css` and, for vertical lines, `vertical-print.css` and
 * `vertical-epub.css`; for each that is absent the plain theme's is taken.
 *
 * A theme that does not exist is a diagnostic, and the plain theme takes its place.
 */
export async function loadTheme(
  name: string,
  bookFolder: string,
  place?: Position,
): Promise<{ theme: Theme; messages: VFileMessage[] }> {
  const own = /^\.{1,2}[\\/]/u.test(name)
  const known = (await readdir(builtIn)).toSorted()
  const path = own ? normalisePath(name) : undefined
  const found = own
    ? path !== undefined && (await openFolder(bookFolder).list(path)) !== undefined
    : known.includes(name)
  if (found)
    return {
      theme: await readTheme(name, own ? join(bookFolder, path ?? '') : join(builtIn, name)),
      messages: [],
    }
  const reason = own
    ? `The theme “${name}” is no folder of the book; “${fallback}” is used instead.`
    : `There is no theme “${name}”; “${fallback}” is used instead.${didYouMean(name, known)}`
  const hint = `Name one of ${known.join(', ')}, or a folder of the book such as ./my-theme.`
  const message = createMessage(loadRule.unknownTheme, { reason, hint, place, file: 'book.yaml' })
  return { theme: await readTheme(fallback, join(builtIn, fallback)), messages: [message] }
}

/** A file that a theme lacks is taken from the plain theme; an empty one is a theme's choice. */
async function readTheme(name: string, folder: string): Promise<Theme> {
  const own = openFolder(folder)
  const plain = openFolder(join(builtIn, fallback))
  const css = async (file: string): Promise<string> => {
    let read = await own.read(file)
    if (read.kind !== 'file') read = await plain.read(file)
    return read.kind === 'file' ? new TextDecoder().decode(read.bytes) : ''
  }
  return {
    name,
    css: await css('theme.css'),
    printCss: await css('print.css'),
    epubCss: await css('epub.css'),
    handoutCss: await css('handout.css'),
    verticalPrintCss: await css('vertical-print.css'),
    verticalEpubCss: await css('vertical-epub.css'),
  }
}
