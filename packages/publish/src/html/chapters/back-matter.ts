import type { ElementContent } from 'hast'
import type { Chapter, ChapterKind } from '../chapter.ts'
import { element } from '../element.ts'
import type { ChapterScope } from '../scope.ts'
import { finishChapter } from './finish.ts'

/** A chapter that the book makes by itself, with a plain title. */
export function backMatter(
  kind: ChapterKind,
  title: string,
  children: ElementContent[],
  scope: ChapterScope,
): Chapter {
  const header = element('header', { className: ['opener'] }, [element('h1', {}, [title])])
  return finishChapter(
    { kind, title, heading: [{ type: 'text', value: title }], children: [header, ...children] },
    scope,
  )
}

/** A reference to another place, with an empty span for its page. */
export function reference(id: string, children: ElementContent[]): ElementContent {
  return element('span', { className: ['reference'] }, [
    element('a', { href: `#${id}` }, children),
    element('span', { className: ['page-ref'], dataLocator: id }),
  ])
}
