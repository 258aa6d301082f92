import type { Section } from '@notes/parser'
import type { Heading, Nodes } from 'mdast'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import type { HandlerFactory } from './handler.ts'

/**
 * The title of a chapter is its h1, titles of sections follow by depth. A heading elsewhere, e.g. in a quotation,
 * is no part of the book's outline, so it becomes a paragraph.
 */
export const heading: HandlerFactory<Heading> = (scope) => (state, node, parent) => {
  const children = state.all(node)
  if (node === scope.titleNode) return element('h1', {}, children)
  const section = parent as Nodes | Section | undefined
  if (section?.type === 'section' && section.children[0] === node) {
    return element(`h${Math.min(section.depth + 1, 6)}`, {}, children)
  }
  if (scope.flat && parent?.type === 'root') {
    const id = scope.shared.ids.claim(`${scope.id}-${scope.headings.length + 1}`)
    const depth = Math.max(1, node.depth - 1)
    scope.headings.push({ id, title: plainText(children), depth })
    return element(`h${Math.min(depth + 1, 6)}`, { id }, children)
  }
  return element('p', { className: ['subheading'] }, children)
}
