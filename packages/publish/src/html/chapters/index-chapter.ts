import type { BookIndex, IndexEntry, Locator } from '@notes/glossary'
import type { ElementContent } from 'hast'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { Labels } from '../labels.ts'
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
  const ids = new Map<IndexEntry, string>()
  // What the index does not hold may still stand in the glossary.
  const targets = new Map(Array.from(shared.terms.values(), ({ term, entryId }) => [term.term, entryId]))
  const headings = new Set<string>()
  for (const [number, entry] of index.groups.flatMap(({ entries }) => entries).entries()) {
    if (entry.alias || headings.has(entry.heading)) continue
    headings.add(entry.heading)
    const anchor = shared.ids.claim(`${id}-${number + 1}`)
    ids.set(entry, anchor)
    targets.set(entry.heading, anchor)
  }
  const children = index.groups.flatMap((group, number) => {
    if (group.entries.length === 0) return []
    const groupId = shared.ids.claim(`${id}-group-${number + 1}`)
    scope.headings.push({ id: groupId, title: group.label, depth: 1 })
    const items = group.entries.map((entry) => line(entry, ids.get(entry), targets, shared))
    return [
      element('section', { id: groupId, className: ['index-group'] }, [
        element('h2', {}, [group.label]),
        element('ul', { className: ['index-entries'] }, items),
      ]),
    ]
  })
  return backMatter('index', shared.labels.index, children, scope)
}

function line(
  { heading, see = [], seeAlso = [], locators, byEvent }: IndexEntry,
  id: string | undefined,
  targets: ReadonlyMap<string, string>,
  { ids, labels }: BookScope,
): ElementContent {
  const several = byEvent?.map(({ title, locators: own }) =>
    element('li', {}, [element('span', { className: ['index-event'] }, [title]), ' ', locatorLine(own, ids)]),
  )
  return element('li', { id }, [
    element('span', { className: ['index-heading'] }, [heading]),
    ...(several || locators.length === 0 ? [] : [' ', locatorLine(locators, ids)]),
    references('see', see, targets, labels),
    references('seeAlso', seeAlso, targets, labels),
    ...(several ? [' ', element('ul', { className: ['index-events'] }, several)] : []),
  ])
}

/** References to other entries, or to the glossary where the index has none: an arrow or a word, and the headings. */
function references(
  kind: 'see' | 'seeAlso',
  headings: readonly string[],
  targets: ReadonlyMap<string, string>,
  labels: Labels,
): ElementContent | undefined {
  if (headings.length === 0) return undefined
  const className = [kind === 'see' ? 'index-see' : 'index-see-also']
  const isHeard = labels[`${kind}Aloud`] !== undefined && headings.every((heading) => targets.has(heading))
  const links = headings.flatMap((heading, at) => {
    const target = targets.get(heading)
    const ariaLabel = labels[`${kind}Aloud`]?.(heading)
    const shown =
      target === undefined
        ? element('span', { className }, [heading])
        : element('a', { href: `#${target}`, className, ariaLabel }, [heading])
    return at === 0 ? [shown] : [labels.between, shown]
  })
  const sign = element('span', { ariaHidden: isHeard ? 'true' : undefined }, [labels[kind]])
  return element('span', { className: ['see'] }, [' ', sign, ' ', ...links])
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
