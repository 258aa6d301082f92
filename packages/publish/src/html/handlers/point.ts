import type { Point } from '@notes/parser'
import type { ListItem } from 'mdast'
import { element, text } from '../element.ts'
import { inList, isLoose, leadParagraph, tighten, type HandlerFactory } from './handler.ts'

/** An item of a list; a list item that a plugin left in the tree is the same. */
export const point: HandlerFactory<Point | ListItem> = (scope) => (state, node, parent) => {
  const blocks = state.all(node)
  const className: string[] = []
  if (typeof node.checked === 'boolean') {
    const { done, open } = scope.shared.labels
    leadParagraph(blocks).children.unshift(
      element('span', {
        className: ['box', ...(node.checked ? ['done'] : [])],
        role: 'img',
        ariaLabel: node.checked ? done : open,
      }),
      text(' '),
    )
    className.push('task')
  }
  const children = tighten(blocks, isLoose(node, parent))
  return element(inList(parent) ? 'li' : 'div', className.length > 0 ? { className } : {}, children)
}
