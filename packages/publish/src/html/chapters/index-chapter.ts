import type { BookIndex, IndexEntry, Locator } from '@notes/glossary'
import type { ElementContent } from 'hast'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { BookScope } from '../scope.ts'
import { backMatter } from './back-matter.ts'
import { chapterScope } from './scope.ts'

/**
 * The index. Locators are empty links: the printed book fills in pages, the ePub the pages of the printed book or
 * the titles of chapters. An entry of many places in several events has a line for each event. Undefined where there
 * is nothing to index.
 */
export function indexChapter(index: BookIndex, id: string, shared: BookScope): Chapter | undefined {
  if (index.groups.every(({ entries }) => entries.length === 0)) return undefined
  const scope = chapterScope(shared, id)
  const anchors = new Map<string, string>()
  const entries = index.groups.flatMap((group) => group.entries)
  for (const [number, entry] of entries.entries()) {
    if (!anchors.has(entry.heading)) anchors.set(entry.heading, shared.ids.claim(`${id}-${number + 1}`))
  }
  const children = index.groups.flatMap((group, number) => {
    if (group.entries.length === 0) return []
    const groupId = shared.ids.claim(`${id}-group-${number + 1}`)
    scope.headings.push({ id: groupId, title: group.label, depth: 1 })
    const items = group.entries.map((entry) => line(entry, anchors, shared))
    return [
      element('section', { id: groupId, className: ['index-group'] }, [
        element('h2', {}, [group.label]),
        element('ul', { className: ['index-entries'] }, items),
      ]),
    ]
  })
  return backMatter('index', shared.labels.index, children, scope)
}

function line(entry: IndexEntry, anchors: Map<string, string>, shared: BookScope): ElementContent {
  const { labels, ids } = shared
  const links = (headings: readonly string[] = [], label: string): ElementContent[] =>
    headings.flatMap((heading) => {
      const target = anchors.get(heading)
      const shown = target ? element('a', { href: `#${target}` }, [heading]) : element('span', {}, [heading])
      return [element('span', { className: ['see'] }, [` ${label} `, shown])]
    })
  const id = anchors.get(entry.heading)
  const several = entry.byEvent?.map(({ title, locators }) =>
    element('li', {}, [
      element('span', { className: ['index-event'] }, [title]),
      ' ',
      locatorLine(locators, ids),
    ]),
  )
  return element('li', id === undefined ? {} : { id }, [
    element('span', { className: ['index-heading'] }, [entry.heading]),
    ' ',
    ...(several ? [] : [locatorLine(entry.locators, ids)]),
    ...links(entry.see, labels.see),
    ...links(entry.seeAlso, labels.seeAlso),
    ...(several ? [element('ul', { className: ['index-events'] }, several)] : []),
  ])
}

function locatorLine(locators: readonly Locator[], ids: BookScope['ids']): ElementContent {
  const seen = new Set<string>()
  const links = locators.flatMap(({ targetId, primary }): ElementContent[] => {
    if (seen.has(targetId) || !ids.has(targetId)) return []
    seen.add(targetId)
    const className = ['locator', ...(primary ? ['primary'] : [])]
    return [element('a', { href: `#${targetId}`, className, dataLocator: targetId })]
  })
  return element('span', { className: ['locators'] }, links)
}
