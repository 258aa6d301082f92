import type { Matter } from '../../model.ts'
import { renderBlocks, takeTitle } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { BookScope } from '../scope.ts'
import { finishChapter } from './finish.ts'
import { chapterScope } from './scope.ts'

/** A preface or an afterword. */
export function matterChapter(
  matter: Matter,
  id: string,
  kind: 'preface' | 'afterword',
  shared: BookScope,
): Chapter {
  const scope = chapterScope(shared, id)
  scope.flat = true
  scope.file = matter.file
  const first = matter.children.find(({ type }) => type !== 'yaml')
  if (first?.type === 'heading') scope.titleNode = first
  const blocks = renderBlocks(matter.children, scope)
  const heading = takeTitle(blocks)?.children ?? [element('span', {}, [matter.title])]
  const header = element('header', { className: ['opener'] }, [element('h1', {}, heading)])
  return finishChapter({ kind, title: matter.title, heading, children: [header, ...blocks] }, scope)
}
