import type { Element, ElementContent } from 'hast'
import type { Chapter } from '../html/chapter.ts'
import { eachElement } from '../html/each-element.ts'
import { element, text } from '../html/element.ts'
import type { Book } from '../model.ts'
import { printLocators } from '../pdf/locators.ts'
import type { PrintedPlace } from '../pdf/render-volumes.ts'
import { volumeChapters } from '../volumes/chapters.ts'
import { type VolumeWords, volumeWords } from '../volumes/names.ts'
import { type Volume, volumeConfig } from '../volumes/plan.ts'

/** Which volume of a book an ePub holds. */
export interface EpubVolume {
  plan: readonly Volume[]
  volume: Volume
  /** Where the places of all volumes were printed; empty where nothing was. */
  places: ReadonlyMap<string, PrintedPlace>
}

/** The book as one volume tells of it: its name, and its own sessions. */
export function volumeBook(book: Book, { volume }: EpubVolume): Book {
  const { name } = volumeWords(book.config.language)
  const children = book.tree.children.map((event) => {
    const own = event.children.filter((child) => child.type !== 'session' || volume.chapterIds.has(child.id))
    return { ...event, children: own }
  })
  return {
    ...book,
    config: volumeConfig(book.config, volume, name(volume.number)),
    tree: { ...book.tree, children },
  }
}

/**
 * The chapters of one volume out of those of the whole book. An ePub cannot link into another one: such links become
 * text, and their numbers name the volume. Changes the chapters' trees.
 */
export function closeVolume(
  chapters: readonly Chapter[],
  of: EpubVolume,
  { language, separator }: { language: string; separator: string },
): Chapter[] {
  const words = volumeWords(language)
  const own = volumeChapters(chapters, of.volume)
  const ids = new Set(own.flatMap(({ root }) => idsIn(root)))
  const others = otherPlaces(chapters, of, words)
  for (const { root } of own) close(root)
  return own

  function close(node: Element): void {
    const { className } = node.properties
    if (Array.isArray(className) && className.includes('locators')) {
      node.children = locatorLine(node, { ids, of, others, words, separator })
      return
    }
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const { href, dataLocator } = child.properties
      const isForeign = (id: string): boolean => !ids.has(id) && others.has(id)
      if (typeof href === 'string' && href.startsWith('#') && isForeign(href.slice(1))) unlink(child)
      if (typeof dataLocator === 'string' && isForeign(dataLocator)) {
        delete child.properties['dataLocator']
        child.children = [text(others.get(dataLocator) ?? '')]
      } else close(child)
    }
  }
}

/** The contents of the other volumes, to be read and not to be followed. */
export function otherContents(chapters: readonly Chapter[], of: EpubVolume, language: string): Element[] {
  const { name, mark } = volumeWords(language)
  return of.plan
    .filter((volume) => volume.number !== of.volume.number)
    .map((volume) => {
      const listed = volumeChapters(chapters, volume).filter(
        ({ kind }) => kind !== 'index' && kind !== 'links',
      )
      const items = listed.map(({ id, kind, title }) => {
        const label = of.places.get(id)?.label
        const page = label === undefined ? undefined : `${mark(volume.number)}${label}`
        const className = ['other-entry', kind]
        return element('li', { className }, [
          title,
          page && element('span', { className: ['page-ref'] }, [` ${page}`]),
        ])
      })
      return element('section', { className: ['other-volume'] }, [
        element('h2', {}, [name(volume.number)]),
        element('ul', {}, items),
      ])
    })
}

/** What a place in another volume is called: its printed page, or else its chapter. */
function otherPlaces(
  chapters: readonly Chapter[],
  of: EpubVolume,
  { mark }: VolumeWords,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const volume of of.plan) {
    if (volume.number === of.volume.number) continue
    for (const { root, title } of volumeChapters(chapters, volume)) {
      for (const id of idsIn(root)) {
        const label = of.places.size > 0 ? of.places.get(id)?.label : title
        found.set(id, label === undefined ? '' : `${mark(volume.number)}${label}`)
      }
    }
  }
  return found
}

function unlink(anchor: Element): void {
  anchor.tagName = 'span'
  for (const key of ['href', 'role', 'ariaLabel', 'ariaDescribedBy']) delete anchor.properties[key]
}

interface LineContext {
  /** Ids of the volume. */
  ids: ReadonlySet<string>
  of: EpubVolume
  others: ReadonlyMap<string, string>
  words: VolumeWords
  separator: string
}

/** The places of an index entry in all volumes; without printed pages those of this one are filled in later. */
function locatorLine(
  line: Element,
  { ids, of: { volume, places }, others, words: { mark }, separator }: LineContext,
): ElementContent[] {
  const links = line.children.filter((child) => child.type === 'element')
  const idOf = (link: Element): string => String(link.properties['dataLocator'])
  if (places.size === 0) {
    const elsewhere = new Set(
      links.filter((link) => !ids.has(idOf(link))).map((link) => others.get(idOf(link)) ?? ''),
    )
    const foreign = [...elsewhere]
      .filter(Boolean)
      .map((said) => element('span', { className: ['locator'] }, [said]))
    const own = links.filter((link) => ids.has(idOf(link)))
    return [
      ...own,
      ...foreign.flatMap((each, at) => (at + own.length > 0 ? [text(separator), each] : [each])),
    ]
  }
  const pages = new Map<number, PrintedPlace>()
  const located = links.flatMap((link) => {
    const place = places.get(idOf(link))
    if (!place) return []
    pages.set(place.index, place)
    const { className } = link.properties
    return [
      {
        id: idOf(link),
        page: place.index,
        primary: Array.isArray(className) && className.includes('primary'),
      },
    ]
  })
  const markOf = (page: number): string => {
    const at = pages.get(page)?.volume ?? volume.number
    return at === volume.number ? '' : mark(at)
  }
  const printed = printLocators(located, (page) => pages.get(page)?.label ?? '', markOf)
  return printed.flatMap(({ id, text: said, primary }, at) => {
    const properties = { className: ['locator', ...(primary ? ['primary'] : [])] }
    const place =
      id === undefined
        ? element('span', properties, [said])
        : element('a', { href: `#${id}`, ...properties }, [said])
    return at === 0 ? [place] : [text(separator), place]
  })
}

function idsIn(root: Element): string[] {
  const ids: string[] = []
  eachElement(root, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id)
  })
  return ids
}
