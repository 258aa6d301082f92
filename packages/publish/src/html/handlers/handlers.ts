import type { Handlers } from 'mdast-util-to-hast'
import type { ChapterScope } from '../scope.ts'
import { action } from './action.ts'
import { code } from './code.ts'
import { footnoteReference } from './footnote-reference.ts'
import { heading } from './heading.ts'
import { html } from './html.ts'
import { image } from './image.ts'
import { paragraph } from './paragraph.ts'
import { point } from './point.ts'
import { answer, question } from './question.ts'
import { root } from './root.ts'
import { ruby } from './ruby.ts'
import { section } from './section.ts'
import { tableRow } from './table-row.ts'
import { termDefinition } from './term-definition.ts'
import { termReference } from './term-reference.ts'
import { verbatim } from './verbatim.ts'

const factories = {
  action,
  answer,
  code,
  footnoteReference,
  heading,
  html,
  image,
  listItem: point,
  paragraph,
  point,
  question,
  root,
  ruby,
  section,
  tableRow,
  termDefinition,
  termReference,
  verbatim,
}

/** The handlers of one chapter, by node type; types of plain mdast that are missing here are the library's. */
export function createHandlers(scope: ChapterScope): Handlers {
  return Object.fromEntries(Object.entries(factories).map(([type, create]) => [type, create(scope as never)]))
}
