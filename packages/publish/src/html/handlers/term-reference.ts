import type { TermReference } from '@notes/parser'
import type { Properties } from 'hast'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** The first use of a term in its session links to the glossary; the others only carry the id for the index. */
export const termReference: HandlerFactory<TermReference> = (scope) => (state, node) => {
  const children = state.all(node)
  const { shared } = scope
  const entry = shared.terms.get(node.termId)
  const id = node.data?.id
  if (!scope.linkTerms || !entry) return children
  const properties: Properties = id === undefined ? {} : { id }
  if (node.data?.first && id !== undefined) {
    const uses = shared.uses.get(node.termId)
    if (uses) uses.push({ id, chapterId: scope.id })
    else shared.uses.set(node.termId, [{ id, chapterId: scope.id }])
  }
  if (!node.data?.first && shared.book.config.glossary.links === 'first') {
    return id === undefined ? children : element('span', properties, children)
  }
  return element(
    'a',
    { ...properties, className: ['term'], href: `#${entry.entryId}`, role: 'doc-glossref' },
    children,
  )
}
