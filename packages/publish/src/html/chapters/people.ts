import type { PersonRecord } from '../../model.ts'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { BookScope } from '../scope.ts'
import { backMatter, reference } from './back-matter.ts'
import { chapterScope } from './scope.ts'

/** Speakers with their sessions; undefined where the book names none. */
export function peopleChapter(
  people: readonly PersonRecord[],
  id: string,
  shared: BookScope,
): Chapter | undefined {
  const present = people.filter(({ sessionIds }) => sessionIds.some((session) => shared.titles.has(session)))
  if (present.length === 0) return undefined
  const scope = chapterScope(shared, id)
  const children = present.map((person) => {
    const { name, reading, readingGuessed, handle, affiliations, bio, url, sessionIds } = person
    const title = element('p', { className: ['entry-title'] }, [
      element('span', { className: ['name'] }, [name]),
      reading === undefined || readingGuessed
        ? undefined
        : element('span', { className: ['reading'] }, [shared.labels.reading(reading)]),
      handle === undefined || handle === `@${name}`
        ? undefined
        : element('span', { className: ['handle'] }, [` ${handle}`]),
    ])
    // A bio often repeats what people.yaml says of the affiliation.
    const about = [...new Set([...affiliations, ...bio])].map((line) => element('li', {}, [line]))
    const sessions = sessionIds.flatMap((session) => {
      const titleChildren = shared.titles.get(session)
      return titleChildren ? [element('li', {}, [reference(session, titleChildren)])] : []
    })
    return element('section', { id: shared.ids.claim(person.id), className: ['entry'] }, [
      title,
      about.length > 0 ? element('ul', { className: ['about'] }, about) : undefined,
      url === undefined
        ? undefined
        : element('p', { className: ['url'] }, [element('a', { href: url }, [url])]),
      element('ul', { className: ['places'], ariaLabel: shared.labels.sessions }, sessions),
    ])
  })
  return backMatter('people', shared.labels.people, children, scope)
}
