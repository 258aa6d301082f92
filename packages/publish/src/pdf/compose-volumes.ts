import { visit } from 'unist-util-visit'
import type { Chapter } from '../html/chapter.ts'
import type { Book } from '../model.ts'
import { volumeChapters, withOwnIds } from '../volumes/chapters.ts'
import { volumeWords } from '../volumes/names.ts'
import { type Volume, volumeConfig } from '../volumes/plan.ts'
import { composeSheets, idsOf, inPrintedOrder } from './compose.ts'
import type { ContentsGroup } from './front-matter.ts'
import type { Sheet } from './sheet.ts'

/** A volume, its chapters, and its sheets in the one flow of all volumes. */
export interface ComposedVolumes {
  sheets: Sheet[]
  /** Chapters of all volumes, with the ids that they are printed with. */
  chapters: Chapter[]
}

/** Composes every volume behind the other: one flow, so that one layout gives the numbers of all. */
export function composeVolumes(
  book: Book,
  chapters: readonly Chapter[],
  volumes: readonly Volume[],
): ComposedVolumes {
  const words = volumeWords(book.config.language)
  const taken = new Set(chapters.filter(({ kind }) => !isRepeated(kind)).flatMap(({ root }) => idsOf(root)))
  const own = volumes.map((volume) =>
    volumeChapters(chapters, volume).map((chapter) =>
      isRepeated(chapter.kind) ? withOwnIds(chapter, taken) : chapter,
    ),
  )
  const sheets = volumes.flatMap((volume, at) => {
    const config = volumeConfig(book.config, volume, words.name(volume.number))
    const contents = volumes.map(({ number }, other): ContentsGroup => {
      const listed = Object.values(inPrintedOrder(own[other] ?? [])).flat()
      // Every volume has an index of the whole: readers want the one in their hands.
      const shown = listed.filter(({ kind }) => other === at || !isRepeated(kind))
      return { volume: words.name(number), chapters: shown }
    })
    const composed = composeSheets({ ...book, config }, own[at] ?? [], { taken, contents })
    return composed.map((sheet): Sheet => ({ ...sheet, volume: volume.number }))
  })
  markOtherVolumes(sheets, words.mark)
  return { sheets, chapters: own.flat() }
}

/** Chapters that several volumes have. */
function isRepeated(kind: Chapter['kind']): boolean {
  return kind === 'index' || kind === 'links'
}

/** Paper cannot be followed into another volume: such links become text, such numbers name the volume. */
function markOtherVolumes(sheets: readonly Sheet[], mark: (volume: number) => string): void {
  const volumeOf = new Map(sheets.flatMap(({ root, volume }) => idsOf(root).map((id) => [id, volume])))
  for (const { root, volume } of sheets) {
    const otherOf = (id: unknown): number | undefined => {
      const found = volumeOf.get(String(id))
      return found === volume ? undefined : found
    }
    visit(root, 'element', ({ tagName, properties }) => {
      const { href, dataLocator } = properties
      const isLink = typeof href === 'string' && href.startsWith('#')
      if (isLink && otherOf(href.slice(1)) !== undefined) delete properties['href']
      const other = tagName === 'span' && dataLocator !== undefined ? otherOf(dataLocator) : undefined
      if (other !== undefined) properties['dataVolume'] = mark(other)
    })
  }
}
