import type { Element, ElementContent } from 'hast'
import type { Chapter } from '../html/chapter.ts'
import { element, isBlank } from '../html/element.ts'
import { labelsFor } from '../html/labels.ts'
import { singleChapters } from '../html/render-chapters.ts'
import type { Assets, Book } from '../model.ts'
import type { Sheet } from '../pdf/sheet.ts'
import { extractFeet } from './feet.ts'
import type { HandoutSource } from './sources.ts'
import { titleBlock } from './title-block.ts'

/** One handout as HTML, before it is paged. */
export interface Handout extends HandoutSource {
  /** Plain text. */
  title: string
  /** Whether there are notes beside the title. */
  hasNotes: boolean
  sheet: Sheet
  /** Sections that are direct children, for the outline. */
  sections: { id: string; title: string }[]
}

/** Makes handouts one at a time, so that those of a large book need not be in memory together. */
export function createComposer(book: Book, assets: Assets): (source: HandoutSource) => Handout {
  const chapters = singleChapters(book, { assets })
  const labels = labelsFor(book.config.language)
  return (source) => {
    const chapter = chapters.render(source.event, source.session)
    const notes = element('div', { className: ['notes'] }, notesOf(chapter))
    const feet = extractFeet(notes, source.id, chapters.terms)
    const root = element(
      'section',
      { id: source.id, className: ['handout'], dataTitle: chapter.title, dataEvent: source.event.title },
      [titleBlock(source, chapter, labels), notes, element('div', { className: ['foot-pool'] }, feet)],
    )
    const sheet: Sheet = {
      id: source.id,
      kind: 'chapter',
      title: chapter.title,
      root,
      opens: 'any',
      numbering: 'arabic',
      folios: true,
    }
    const sections = chapter.headings
      .filter(({ depth }) => depth === 1)
      .map(({ id, title }) => ({ id, title }))
    return { ...source, title: chapter.title, hasNotes: saysSomething(notes), sheet, sections }
  }
}

/** Everything but the opening and the list of sessions. */
function notesOf(chapter: Chapter): ElementContent[] {
  return chapter.root.children.filter((child) => {
    if (child.type !== 'element') return true
    const { className } = child.properties
    return child.tagName !== 'header' && !(Array.isArray(className) && className.includes('part-contents'))
  })
}

function saysSomething(root: Element): boolean {
  return root.children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== ''
    if (child.type !== 'element' || /^h[1-6]$/u.test(child.tagName)) return false
    return child.tagName === 'section' ? saysSomething(child) : !isBlank([child])
  })
}
