import type { ElementContent } from 'hast'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { BookScope } from '../scope.ts'
import { backMatter, reference } from './back-matter.ts'
import { chapterScope } from './scope.ts'

/**
 * Every external link of the book, numbered, under the chapter in which it first appears; the printed book adds
 * codes to scan. Undefined where the book has no links.
 */
export function linksChapter(id: string, shared: BookScope): Chapter | undefined {
  if (shared.links.size === 0) return undefined
  const scope = chapterScope(shared, id)
  const children = [...shared.linksByChapter].map(([chapterId, links]): ElementContent => {
    const title = shared.titles.get(chapterId) ?? []
    const items = links.map(({ number, url, label }) =>
      element(
        'li',
        { id: shared.ids.claim(`link-${number}`), value: String(number), dataLink: String(number) },
        [
          label === undefined ? undefined : element('span', { className: ['link-label'] }, [`${label} `]),
          element('a', { href: url, className: ['link-url'], dataLink: String(number) }, [url]),
        ],
      ),
    )
    return element('section', { className: ['link-group'] }, [
      element('h2', {}, [reference(chapterId, title)]),
      element('ol', { className: ['link-list'] }, items),
    ])
  })
  return backMatter('links', shared.labels.links, children, scope)
}
