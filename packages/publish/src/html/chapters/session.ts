import type { Event, Person, Session } from '@notes/parser'
import type { ElementContent } from 'hast'
import { renderBlocks, takeTitle } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { element, isBlank } from '../element.ts'
import { plainPhrasing } from '../plain-text.ts'
import type { BookScope } from '../scope.ts'
import { dateFacts, facts, urlFact } from './facts.ts'
import { finishChapter } from './finish.ts'
import { chapterScope, titleText } from './scope.ts'

/** A session is a chapter: title, event, speakers and links first, then the notes. */
export function sessionChapter(
  session: Session,
  event: Event,
  partId: string | undefined,
  shared: BookScope,
): Chapter {
  const scope = chapterScope(shared, session.id, session)
  const blocks = renderBlocks(session.children, scope)
  const written = takeTitle(blocks)
  const title = titleText(session, shared)
  const heading = written && !isBlank(written.children) ? written.children : [element('span', {}, [title])]
  const hasMembers = session.children.some((child) => child.type === 'section' && child.role === 'members')
  const { labels } = shared
  const header = element('header', { className: ['opener'] }, [
    partId === undefined
      ? undefined
      : element('p', { className: ['running-event'] }, [element('a', { href: `#${partId}` }, [event.title])]),
    element('h1', {}, heading),
    speakers(session.speakers, shared, !hasMembers),
    facts([
      ...dateFacts(session.dates ?? [], labels),
      urlFact(labels.pages, session.urls, session),
      urlFact(labels.slides, session.slides, session),
    ]),
  ])
  const content = {
    kind: 'chapter' as const,
    title,
    heading: plainPhrasing(heading),
    children: [header, ...blocks],
  }
  return finishChapter(partId === undefined ? content : { ...content, partId }, scope)
}

/** Who speaks: all that is known of them, or names alone where a section about them follows. */
function speakers(people: Person[], shared: BookScope, inFull: boolean): ElementContent | undefined {
  if (people.length === 0) return undefined
  const items = people.map((person) => {
    const { name, reading, handle, honorific, affiliations, bio } = person
    const parts: ElementContent[] = [element('span', { className: ['name'] }, [name])]
    if (honorific) parts.push(element('span', { className: ['honorific'] }, [honorific]))
    if (!inFull) return element('li', {}, parts)
    if (reading) parts.push(element('span', { className: ['reading'] }, [shared.labels.reading(reading)]))
    if (handle && handle !== `@${name}`)
      parts.push(element('span', { className: ['handle'] }, [` ${handle}`]))
    for (const affiliation of affiliations) {
      parts.push(element('span', { className: ['affiliation'] }, [` ${affiliation}`]))
    }
    const more = bio.filter((line) => !affiliations.includes(line))
    if (more.length > 0) parts.push(element('span', { className: ['bio'] }, [` ${more.join('。')}`]))
    for (const { url, label } of person.urls)
      parts.push({ type: 'text', value: ' ' }, element('a', { href: url }, [label ?? url]))
    return element('li', {}, parts)
  })
  return element('ul', { className: ['speakers'], ariaLabel: shared.labels.speakers }, items)
}
