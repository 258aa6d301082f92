import type { Section } from '@notes/parser'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import type { HandlerFactory } from './handler.ts'

export const section: HandlerFactory<Section> = (scope) => (state, node) => {
  const entry = { id: node.id, title: node.title, depth: node.depth }
  scope.headings.push(entry)
  const children = state.all(node as never)
  const title = children[0]
  if (title?.type === 'element' && /^h[2-6]$/u.test(title.tagName)) entry.title = plainText(title.children)
  const className = ['section', ...(node.role ? [`section-${node.role}`] : [])]
  return element('section', { id: node.id, className }, state.wrap(children, true))
}
