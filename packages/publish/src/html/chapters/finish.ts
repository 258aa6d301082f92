import type { ElementContent } from 'hast'
import type { Chapter, ChapterKind } from '../chapter.ts'
import { element } from '../element.ts'
import { plainPhrasing } from '../plain-text.ts'
import { sanitize } from '../sanitize.ts'
import type { ChapterScope } from '../scope.ts'
import { tidy } from '../tidy.ts'

const roles: Record<ChapterKind, string> = {
  preface: 'doc-preface',
  part: 'doc-part',
  chapter: 'doc-chapter',
  afterword: 'doc-afterword',
  glossary: 'doc-glossary',
  people: 'doc-appendix',
  index: 'doc-index',
  links: 'doc-appendix',
}

/** What a chapter is made of. */
export interface ChapterContent {
  kind: ChapterKind
  /** Plain text. */
  title: string
  heading: ElementContent[]
  children: ElementContent[]
  partId?: string
}

/** Wraps rendered nodes as a chapter: tidied, sanitised, with its role. */
export function finishChapter(content: ChapterContent, scope: ChapterScope): Chapter {
  const { kind, title, heading, children, partId } = content
  const properties = { id: scope.id, className: ['chapter', kind], role: roles[kind] }
  const draft = element('section', properties, children)
  tidy(draft, scope)
  const chapter: Chapter = {
    id: scope.id,
    kind,
    title,
    titleChildren: plainPhrasing(heading),
    root: sanitize(draft),
    headings: scope.headings,
  }
  if (partId !== undefined) chapter.partId = partId
  return chapter
}
