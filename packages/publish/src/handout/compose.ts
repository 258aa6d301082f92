import type { Term } from '@notes/glossary'
import type { Element, ElementContent } from 'hast'
import { visit } from 'unist-util-visit'
import type { Chapter } from '../html/chapter.ts'
import { element, isBlank } from '../html/element.ts'
import { labelsFor } from '../html/labels.ts'
import { plainText } from '../html/plain-text.ts'
import { renderChapters } from '../html/render-chapters.ts'
import type { Assets, Book } from '../model.ts'
import type { Sheet } from '../pdf/sheet.ts'
import { extractFeet, type TermsByEntry } from './feet.ts'
import { type HandoutSource, handoutSources } from './sources.ts'
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

/** Makes a handout of every session, and of every event that has notes but no session. */
export function composeHandouts(book: Book, assets: Assets): Handout[] {
  const chapters = renderChapters(book, { assets })
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]))
  const terms = termsByEntry(book, chapters)
  const labels = labelsFor(book.config.language)
  return handoutSources(book).flatMap((source) => {
    const chapter = byId.get(source.id)
    if (!chapter) return []
    const notes = element('div', { className: ['notes'] }, notesOf(chapter))
    const feet = extractFeet(notes, source.id, terms)
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
    return [{ ...source, title: chapter.title, hasNotes: saysSomething(notes), sheet, sections }]
  })
}

/** Everything but the opening and the list of sessions. */
function notesOf(chapter: Chapter): ElementContent[] {
  return chapter.root.children.filter((child) => {
    if (child.type !== 'element') return true
    const { className } = child.properties
    return child.tagName !== 'header' && !(Array.isArray(className) && className.includes('part-contents'))
  })
}

/** Terms by the id of their entry: the entries of the rendered glossary are known by their headwords. */
function termsByEntry(book: Book, chapters: readonly Chapter[]): TermsByEntry {
  const byNames = new Map(
    book.terms.map((term) => [
      [term.term, ...term.aliases.filter((name) => name !== term.term)].join(' / '),
      term,
    ]),
  )
  const found = new Map<string, Term>()
  const glossary = chapters.find(({ kind }) => kind === 'glossary')
  for (const entry of glossary?.root.children ?? []) {
    if (entry.type !== 'element' || entry.properties['id'] === undefined) continue
    visit(entry, 'element', (node) => {
      const term = node.tagName === 'dfn' ? byNames.get(plainText(node.children)) : undefined
      if (term) found.set(String(entry.properties['id']), term)
    })
  }
  return found
}

function saysSomething(root: Element): boolean {
  return root.children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== ''
    if (child.type !== 'element' || /^h[1-6]$/u.test(child.tagName)) return false
    return child.tagName === 'section' ? saysSomething(child) : !isBlank([child])
  })
}
