import type { Html } from 'mdast'
import { element, text } from '../element.ts'
import { rewriteHtml } from '../raw-html.ts'
import type { HandlerFactory } from './handler.ts'

const flowParents = new Set([
  'root',
  'section',
  'blockquote',
  'listItem',
  'point',
  'question',
  'answer',
  'termDefinition',
  'action',
  'footnoteDefinition',
])

/**
 * HTML in the notes: harmless tags work, comments are not printed, and all else (`Array<string>`, an iframe) is
 * shown as it is written, so that nothing is lost.
 */
export const html: HandlerFactory<Html> = () => (_, node, parent) => {
  const value = node.value.replaceAll(/<!--[\s\S]*?-->/gu, '')
  if (value.trim() === '') return undefined
  const rewritten = rewriteHtml(value)
  if (rewritten !== undefined) return { type: 'raw', value: rewritten } as never
  if (parent && !flowParents.has(parent.type)) return text(value)
  return element('pre', { className: ['verbatim'] }, [element('code', {}, [value])])
}
