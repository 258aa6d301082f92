import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { Chapter } from '../html/chapter.ts'
import { endsBook, type Volume } from './plan.ts'

/**
 * The chapters of one volume: its parts and sessions, the index of the whole book, the links of its own chapters;
 * prefaces stand in the first volume, glossary, people and afterwords in the last.
 */
export function volumeChapters(chapters: readonly Chapter[], volume: Volume): Chapter[] {
  const own = chapters.filter(({ id, kind }) => {
    if (kind === 'preface') return volume.number === 1
    if (endsBook(kind)) return volume.number === volume.count
    return kind === 'index' || volume.chapterIds.has(id)
  })
  const used = new Set(own.flatMap(({ root }) => linkNumbers(root)))
  return chapters.flatMap((chapter) => {
    if (chapter.kind === 'links') return usedLinks(chapter, used) ?? []
    return own.includes(chapter) ? [chapter] : []
  })
}

/** Numbers of the external links in a chapter. */
function linkNumbers(root: Element): string[] {
  const numbers: string[] = []
  visit(root, 'element', ({ properties }) => {
    const number = properties['dataLink']
    if (number !== undefined) numbers.push(String(number))
  })
  return numbers
}

/** The list of links with the used ones alone; undefined where there is none. */
function usedLinks(chapter: Chapter, used: ReadonlySet<string>): Chapter | undefined {
  const root = structuredClone(chapter.root)
  const isUsed = (item: Element): boolean => used.has(String(item.properties['dataLink']))
  visit(root, 'element', (node) => {
    if (node.tagName !== 'ol') return
    node.children = node.children.filter((item) => item.type !== 'element' || isUsed(item))
  })
  root.children = root.children.filter(
    (group) => group.type !== 'element' || group.tagName !== 'section' || linkNumbers(group).length > 0,
  )
  return linkNumbers(root).length > 0 ? { ...chapter, root } : undefined
}

/** A chapter that stands in several volumes of one document: with ids that are still free. Adds them to `taken`. */
export function withOwnIds(chapter: Chapter, taken: Set<string>): Chapter {
  const names = new Map<string, string>()
  const root = structuredClone(chapter.root)
  visit(root, 'element', ({ properties }) => {
    const { id } = properties
    if (typeof id !== 'string') return
    let name = id
    for (let copy = 2; taken.has(name); copy++) name = `${id}-${copy}`
    taken.add(name)
    names.set(id, name)
  })
  const renamed = (id: string): string => names.get(id) ?? id
  visit(root, 'element', ({ properties }) => {
    const { id, href } = properties
    if (typeof id === 'string') properties['id'] = renamed(id)
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${renamed(href.slice(1))}`
  })
  const headings = chapter.headings.map((heading) => ({ ...heading, id: renamed(heading.id) }))
  return { ...chapter, id: renamed(chapter.id), root, headings }
}
