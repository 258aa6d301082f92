import type { Paragraph } from 'mdast'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** A paragraph; an image that stands alone in it becomes a figure with its alternative text as the caption. */
export const paragraph: HandlerFactory<Paragraph> = () => (state, node) => {
  const children = state.all(node)
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type !== 'element' || only.tagName !== 'img') return element('p', {}, children)
  const caption = String(only.properties['title'] ?? only.properties['alt'] ?? '')
  const note = caption === '' ? undefined : element('figcaption', {}, [caption])
  return element('figure', {}, [only, note])
}
