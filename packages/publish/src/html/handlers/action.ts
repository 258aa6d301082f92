import type { Action } from '@notes/parser'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import { inList, isLoose, leadParagraph, tighten, type HandlerFactory } from './handler.ts'

/** Something to do: a box to tick, and the day by which it is due. */
export const action: HandlerFactory<Action> = (scope) => (state, node, parent) => {
  const { labels } = scope.shared
  const blocks = state.all(node)
  const paragraph = leadParagraph(blocks)
  if (node.due && !plainText(blocks).includes(node.due.text)) {
    paragraph.children.push(
      { type: 'text', value: ' ' },
      element('span', { className: ['due'] }, [`${labels.due} ${node.due.text}`]),
    )
  }
  paragraph.children.unshift(
    element('span', {
      className: ['box', ...(node.done ? ['done'] : [])],
      role: 'img',
      ariaLabel: node.done ? labels.done : labels.open,
    }),
    { type: 'text', value: ' ' },
  )
  const children = tighten(blocks, isLoose(node, parent))
  return element(inList(parent) ? 'li' : 'div', { className: ['action'] }, children)
}
