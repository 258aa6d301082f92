import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Book, Assets, PageMap, Theme } from '../../src/model.ts'
import { renderEpub } from '../../src/epub/render-epub.ts'

const plain = (file: string): string =>
  readFileSync(new URL(`../../themes/plain/${file}`, import.meta.url), 'utf8')

/** The ePub's part of the theme that comes with the package. */
export const plainEpubCss = plain('epub.css')
export const plainVerticalCss = plain('vertical-epub.css')

export const theme: Theme = {
  name: 'test',
  css: "p { margin: 0; font-family: 'Noto Sans JP' }",
  printCss: '',
  epubCss: '',
}
export const now = new Date(Date.UTC(2019, 3, 1))

/** Builds an ePub and gives its text files by name. */
export async function build(
  book: Book,
  { assets = new Map(), pageMap }: { assets?: Assets; pageMap?: PageMap } = {},
): Promise<{ epub: Uint8Array; files: Map<string, string>; messages: string[] }> {
  const { epub, messages } = await renderEpub({ book, assets, theme, now, ...(pageMap ? { pageMap } : {}) })
  return {
    epub,
    files: textFiles(epub),
    messages: messages.map(({ source, ruleId }) => `${source}/${ruleId}`),
  }
}

/** The files of an ePub as text, by name. */
export function textFiles(epub: Uint8Array): Map<string, string> {
  const entries = Object.entries(unzipSync(epub))
  return new Map(entries.map(([name, bytes]) => [name.replace('OEBPS/', ''), strFromU8(bytes)]))
}
