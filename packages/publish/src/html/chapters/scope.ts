import type { Event, EventContent, Session } from '@notes/parser'
import type { BookScope, ChapterScope } from '../scope.ts'

/** A fresh scope for a chapter; its title is the first heading of an event or a session. */
export function chapterScope(shared: BookScope, id: string, source?: Event | Session): ChapterScope {
  const scope: ChapterScope = { shared, id, flat: false, linkTerms: true, headings: [] }
  const first = source && firstContent(source)
  if (first?.type === 'heading') scope.titleNode = first
  if (source?.data?.file !== undefined) scope.file = source.data.file
  return scope
}

/** The title as plain text, or a word for its absence. */
export function titleText(node: { title: string }, shared: BookScope): string {
  return node.title.trim() === '' ? shared.labels.untitled : node.title
}

/** The first child that is no front matter. */
function firstContent(source: Event | Session): EventContent | undefined {
  return source.children.find(({ type }) => type !== 'yaml' && type !== ('toml' as string))
}
