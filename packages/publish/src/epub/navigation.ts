import type { Element, ElementContent } from 'hast'
import { element, text } from '../html/element.ts'
import { plainText } from '../html/plain-text.ts'
import type { Chapter } from '../html/chapter.ts'
import type { Labels } from '../html/labels.ts'
import type { PlacedPage } from './page-breaks.ts'
import { escapeText, xmlElement } from './xml.ts'

/** One entry of the contents. */
export interface Entry {
  href: string
  title: string
  /** The title's phrasing. */
  children: ElementContent[]
  entries: Entry[]
}

/** A place that every book has, for the landmarks. */
export interface Landmark {
  type: string
  href: string
  title: string
}

/** Contents of three levels: parts, their chapters, the chapters' own sections. */
export function contentsOf(chapters: readonly Chapter[], file: (chapterId: string) => string): Entry[] {
  const entries: Entry[] = []
  const parts = new Map<string, Entry>()
  for (const chapter of chapters) {
    const { id, kind, title, titleChildren, headings, partId } = chapter
    const named = plainText(titleChildren) === '' ? [text(title)] : titleChildren
    const entry = { href: file(id), title, children: named, entries: [] as Entry[] }
    const depth = kind === 'chapter' || kind === 'part' ? 1 : 0
    for (const heading of headings) {
      if (heading.depth > depth || heading.title === '') continue
      const children = [text(heading.title)]
      entry.entries.push({ href: `${file(id)}#${heading.id}`, title: heading.title, children, entries: [] })
    }
    if (kind === 'part') parts.set(id, entry)
    ;(parts.get(partId ?? '')?.entries ?? entries).push(entry)
  }
  return entries
}

/** The body of the navigation document: contents, landmarks, list of pages. */
export function navigation(
  contents: readonly Entry[],
  landmarks: readonly Landmark[],
  pages: readonly PlacedPage[],
  labels: Labels,
): Element[] {
  const title = (level: string, value: string) => element(level, {}, [value])
  const result = [
    element('nav', { 'epub:type': 'toc', role: 'doc-toc', className: ['contents'] }, [
      title('h1', labels.contents),
      list(contents),
    ]),
    element('nav', { 'epub:type': 'landmarks', hidden: true, ariaLabel: labels.landmarks }, [
      title('h2', labels.landmarks),
      element(
        'ol',
        {},
        landmarks.map(({ type, href, title: name }) =>
          element('li', {}, [element('a', { href, 'epub:type': type }, [name])]),
        ),
      ),
    ]),
  ]
  if (pages.length > 0) {
    const items = pages.map(({ label, href }) => element('li', {}, [element('a', { href }, [label])]))
    result.push(
      element('nav', { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: true }, [
        title('h2', labels.pageList),
        element('ol', {}, items),
      ]),
    )
  }
  return result
}

function list(entries: readonly Entry[]): Element {
  return element(
    'ol',
    {},
    entries.map(({ href, children, entries: below }) =>
      element('li', {}, [element('a', { href }, children), below.length > 0 ? list(below) : undefined]),
    ),
  )
}

/** The NCX of EPUB 2, two levels deep: Kindle's converter takes no more. */
export function ncx(
  contents: readonly Entry[],
  { identifier, title, language }: { identifier: string; title: string; language: string },
): string {
  let order = 0
  const point = (entry: Entry, depth: number): string => {
    order++
    const label = `<navLabel><text>${escapeText(entry.title)}</text></navLabel>`
    const head = `${label}${xmlElement('content', { src: entry.href })}`
    const id = `point-${order}`
    const playOrder = String(order)
    const below = depth < 2 ? entry.entries.map((each) => point(each, depth + 1)).join('') : ''
    return `${xmlElement('navPoint', { id, playOrder }, head + below)}\n`
  }
  const points = contents.map((entry) => point(entry, 1)).join('')
  const meta = (name: string, content: string) => xmlElement('meta', { name, content })
  const deep = contents.some(({ entries }) => entries.length > 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${language}">
<head>${meta('dtb:uid', identifier)}${meta('dtb:depth', deep ? '2' : '1')}${meta('dtb:totalPageCount', '0')}${meta('dtb:maxPageNumber', '0')}</head>
<docTitle><text>${escapeText(title)}</text></docTitle>
<navMap>
${points}</navMap>
</ncx>
`
}
