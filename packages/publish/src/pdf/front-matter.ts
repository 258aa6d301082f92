import type { Element, ElementContent } from 'hast'
import type { BookConfig } from '../config/schema.ts'
import type { Chapter } from '../html/chapter.ts'
import { element } from '../html/element.ts'
import type { Labels } from '../html/labels.ts'

/** The first page: the title alone. */
export function halfTitle(config: BookConfig, id: string): Element {
  const { title, volume } = config
  return element('section', { id, className: ['half-title'] }, [
    element('p', { className: ['book-title'] }, [volume?.bookTitle ?? title]),
    volume && line('volume-name', volume.name),
  ])
}

/** The title page: series, title, subtitle, who made the book, publisher. */
export function titlePage(config: BookConfig, id: string): Element {
  const { title, subtitle, series, publisher, creators, volume } = config
  return element('section', { id, className: ['title-page'] }, [
    series && line('series', series.volume === undefined ? series.name : `${series.name} ${series.volume}`),
    element('h1', { className: ['book-title'] }, [volume?.bookTitle ?? title]),
    subtitle === undefined ? undefined : line('subtitle', subtitle),
    volume && line('volume-name', volume.name),
    volume?.subject === undefined ? undefined : line('volume-subject', volume.subject),
    ...creators.map(({ name }) => line('creator', name)),
    publisher === undefined ? undefined : line('publisher', publisher),
  ])
}

/** A part of the contents: the whole book, or one of its volumes with its name. */
export interface ContentsGroup {
  volume?: string
  chapters: readonly Chapter[]
}

/** Everything that the contents list: prefaces and parts with their chapters and the chapters' own sections. */
export function contentsPage(groups: readonly ContentsGroup[], id: string, labels: Labels): Element {
  const entries = groups.flatMap(({ volume, chapters }) => [
    ...(volume === undefined ? [] : [element('li', { className: ['volume', 'level-1'] }, [volume])]),
    ...chapterLines(chapters),
  ])
  return element('section', { id, className: ['chapter', 'contents'], role: 'doc-toc' }, [
    element('header', { className: ['opener'] }, [element('h1', {}, [labels.contents])]),
    element('ol', { className: ['contents-list'] }, entries),
  ])
}

function chapterLines(chapters: readonly Chapter[]): Element[] {
  return chapters.flatMap((chapter) => {
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
}

function contentsLine(id: string, title: ElementContent[], kind: string): Element {
  return element('li', { className: kind.split(' ') }, [
    element('a', { href: `#${id}` }, [
      element('span', { className: ['contents-title'] }, [element('span', {}, title)]),
      element('span', { className: ['leader'] }, []),
      element('span', { className: ['contents-page'], dataLocator: id }, []),
    ]),
  ])
}

function line(className: string, text: string): Element {
  return element('p', { className: [className] }, [text])
}
