import { objectText, type PdfFile, streamOf } from './pdf-file.ts'

/** What the pages of a file draw with: objects by their kind. */
export interface Resources {
  /** Drawings inside of drawings, e.g. of SVG images. */
  drawings: Set<number>
  images: Set<number>
  /** By the name that pages know them by, which Chromium makes of the number. */
  fonts: Map<string, number>
}

/** Everything that the dictionaries of pages name, and the drawings that they name, too. */
export function collectResources(file: PdfFile, pages: readonly string[]): Resources {
  const found: Resources = { drawings: new Set(), images: new Set(), fonts: new Map() }
  const waiting = [...pages]
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [name, number] of named(text, 'Font')) found.fonts.set(name, number)
    for (const [, number] of [...named(text, 'XObject'), ...named(text, 'Pattern')]) {
      if (found.drawings.has(number) || found.images.has(number)) continue
      const dictionary = streamOf(file, number)?.dictionary ?? objectText(file, number)
      if (/\/Subtype \/Image\b/.test(dictionary)) {
        found.images.add(number)
      } else {
        found.drawings.add(number)
        waiting.push(dictionary)
      }
    }
  }
  return found
}

/** What a dictionary of resources names of a kind, and the objects. */
export function named(dictionary: string, kind: string): [string, number][] {
  const list = new RegExp(`/${kind} <<([^>]*)>>`).exec(dictionary)?.[1] ?? ''
  return Array.from(list.matchAll(/\/(\S+) (\d+) 0 R/g), ([, name = '', number]) => [name, Number(number)])
}
