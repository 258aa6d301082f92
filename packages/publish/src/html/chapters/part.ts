import type { Event } from '@notes/parser'
import { renderBlocks, takeTitle } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { element, isBlank } from '../element.ts'
import { plainPhrasing } from '../plain-text.ts'
import type { BookScope } from '../scope.ts'
import { dateFacts, facts, urlFact } from './facts.ts'
import { finishChapter } from './finish.ts'
import { chapterScope, titleText } from './scope.ts'

/** Whether an event has a page of its own: one without a title and without prose only holds its sessions. */
export function hasPart(event: Event): boolean {
  return (
    event.title.trim() !== '' ||
    event.children.some(({ type }) => type !== 'session' && type !== 'yaml' && type !== 'heading')
  )
}

/** An event is a part: title, dates, venue and links, its own prose, then the list of its sessions. */
export function partChapter(event: Event, shared: BookScope): Chapter {
  const scope = chapterScope(shared, event.id, event)
  const { labels } = shared
  const blocks = renderBlocks(
    event.children.filter(({ type }) => type !== 'session'),
    scope,
  )
  const written = takeTitle(blocks)
  const title = titleText(event, shared)
  const heading = written && !isBlank(written.children) ? written.children : [element('span', {}, [title])]
  const { venue, series } = event
  const header = element('header', { className: ['opener'] }, [
    series !== undefined && !title.includes(series)
      ? element('p', { className: ['series'] }, [series])
      : undefined,
    element('h1', {}, heading),
    facts([
      ...dateFacts(event.dates, labels),
      venue === undefined ? undefined : { label: labels.venue, values: [element('span', {}, [venue])] },
      urlFact(labels.pages, event.urls, event),
    ]),
  ])
  const sessions = event.children.filter((child) => child.type === 'session')
  const list = sessions.map(({ id }) =>
    element('li', {}, [
      element('a', { href: `#${id}` }, shared.titles.get(id)),
      element('span', { className: ['page-ref'], dataLocator: id }),
    ]),
  )
  const contents = list.length === 0 ? undefined : element('ol', { className: ['part-contents'] }, list)
  const children = contents ? [header, ...blocks, contents] : [header, ...blocks]
  return finishChapter({ kind: 'part', title, heading: plainPhrasing(heading), children }, scope)
}
