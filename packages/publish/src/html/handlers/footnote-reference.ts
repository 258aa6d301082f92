import type { FootnoteReference } from 'mdast'
import { element, text } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/**
 * The number of a note at the end of the chapter; without its note it stays as it is written. The glossary leaves out
 * the notes of definitions that it takes from sessions, where they are read whole.
 */
export const footnoteReference: HandlerFactory<FootnoteReference> = (scope) => (state, node) => {
  const key = node.identifier.toUpperCase()
  if (!state.footnoteById.has(key))
    return scope.notesId === undefined ? text(`[^${node.label ?? node.identifier}]`) : []
  const notesId = scope.notesId ?? scope.id
  const uses = (state.footnoteCounts.get(key) ?? 0) + 1
  state.footnoteCounts.set(key, uses)
  if (uses === 1) state.footnoteOrder.push(key)
  const number = String(state.footnoteOrder.indexOf(key) + 1)
  const id = `${notesId}-ref-${number}${uses > 1 ? `-${uses}` : ''}`
  return element('sup', { className: ['noteref'] }, [
    element('a', { id, href: `#${notesId}-note-${number}`, role: 'doc-noteref' }, [number]),
  ])
}
