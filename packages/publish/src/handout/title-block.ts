import type { NotesDate, Url } from '@notes/parser'
import type { Element } from 'hast'
import type { Chapter } from '../html/chapter.ts'
import { element } from '../html/element.ts'
import type { Labels } from '../html/labels.ts'
import { qrCode } from '../pdf/qr.ts'
import type { HandoutSource } from './sources.ts'

/** More codes than these would crowd the title out. */
const MOST_CODES = 4

/** The head of a handout's first page: event, date, title, speakers, and codes to scan. */
export function titleBlock(source: HandoutSource, chapter: Chapter, labels: Labels): Element {
  const { event, session } = source
  const opener = chapter.root.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'header',
  )
  const speakers = opener?.children.find((child) => child.type === 'element' && hasClass(child, 'speakers'))
  const series = event.series === undefined || event.title.includes(event.series) ? undefined : event.series
  const facts = [session ? event.title : series, ...datesOf(source).map(({ text }) => text), event.venue]
  const line = facts.filter((fact) => fact !== undefined && fact.trim() !== '').join('　')
  return element('header', { className: ['title-block'] }, [
    element('div', { className: ['title-text'] }, [
      line === '' ? undefined : element('p', { className: ['event-line'] }, [line]),
      element('h1', {}, chapter.titleChildren),
      speakers === undefined ? undefined : structuredClone(speakers),
    ]),
    codes(session ?? { urls: event.urls, slides: [] }, labels),
  ])
}

function datesOf({ event, session }: HandoutSource): NotesDate[] {
  const own = session?.dates ?? []
  return own.length > 0 ? own : event.dates
}

function codes({ urls, slides }: { urls: Url[]; slides: Url[] }, labels: Labels): Element | undefined {
  const wanted = [
    ...urls.map(({ url, label }) => ({ url, label: label ?? labels.pages })),
    ...slides.map(({ url, label }) => ({ url, label: label ?? labels.slides })),
  ]
  const figures = wanted.slice(0, MOST_CODES).flatMap(({ url, label }) => {
    const href = URL.parse(url)?.href
    const code = href !== undefined && /^https?:/u.test(href) ? qrCode(href, labels.code) : undefined
    if (!code || href === undefined) return []
    return [
      element('figure', { className: ['code'] }, [
        element('a', { href, ariaLabel: `${label} ${href}` }, [code]),
        element('figcaption', {}, [label]),
      ]),
    ]
  })
  return figures.length === 0 ? undefined : element('div', { className: ['codes'] }, figures)
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties
  return Array.isArray(className) && className.includes(name)
}
