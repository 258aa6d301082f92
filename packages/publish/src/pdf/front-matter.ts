import type { Element, ElementContent } from 'hast'
import type { BookConfig } from '../config/schema.ts'
import type { Chapter } from '../html/chapter.ts'
import { element } from '../html/element.ts'
import type { Labels } from '../html/labels.ts'

/** The first page: the title alone. */
export function halfTitle(config: BookConfig, id: string): Element {
  return element('section', { id, className: ['half-title'] }, [
    element('p', { className: ['book-title'] }, [config.title]),
  ])
}

/** The title page: series, title, subtitle, who made the book, publisher. */
export function titlePage(config: BookConfig, id: string): Element {
  const { title, subtitle, series, publisher, creators } = config
  return element('section', { id, className: ['title-page'] }, [
    series && line('series', series.volume === undefined ? series.name : `${series.name} ${series.volume}`),
    element('h1', { className: ['book-title'] }, [title]),
    subtitle === undefined ? undefined : line('subtitle', subtitle),
    ...creators.map(({ name }) => line('creator', name)),
    publisher === undefined ? undefined : line('publisher', publisher),
  ])
}

/** Everything that the contents list: prefaces and parts with their chapters and the chapters' own sections. */
export function contentsPage(chapters: readonly Chapter[], id: string, labels: Labels): Element {
  const entries = chapters.flatMap((chapter) => {
    const level = chapter.kind === 'chapter' && chapter.partId !== undefined ? 2 : 1
    // The groups of an index are no reading matter.
    const sections = chapter.kind === 'chapter' ? chapter.headings.filter(({ depth }) => depth === 1) : []
    return [
      contentsLine(chapter.id, chapter.titleChildren, `${chapter.kind} level-${level}`),
      ...sections.map((heading) =>
        contentsLine(heading.id, [{ type: 'text', value: heading.title }], `section level-${level + 1}`),
      ),
    ]
  })
  return element('section', { id, className: ['chapter', 'contents'], role: 'doc-toc' }, [
    element('header', { className: ['opener'] }, [element('h1', {}, [labels.contents])]),
    element('ol', { className: ['contents-list'] }, entries),
  ])
}

function contentsLine(id: string, title: ElementContent[], kind: string): Element {
  return element('li', { className: kind.split(' ') }, [
    element('a', { href: `#${id}` }, [
      element('span', { className: ['contents-title'] }, title),
      element('span', { className: ['leader'] }, []),
      element('span', { className: ['contents-page'], dataLocator: id }, []),
    ]),
  ])
}

function line(className: string, text: string): Element {
  return element('p', { className: [className] }, [text])
}
