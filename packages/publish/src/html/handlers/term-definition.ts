import type { TermDefinition } from '@notes/parser'
import type { ElementContent } from 'hast'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import { inList, isLoose, tighten, type HandlerFactory } from './handler.ts'

/** A term with its explanation; the headword is added where the explanation does not name it itself. */
export const termDefinition: HandlerFactory<TermDefinition> = (scope) => (state, node, parent) => {
  const blocks = state.all(node)
  const written = plainText(blocks)
  const children: ElementContent[] = []
  if (!written.startsWith(node.term)) {
    const names = [node.term, ...node.aliases.filter((alias) => !written.includes(alias))]
    children.push(element('dfn', {}, [names.join(' / ')]))
    if (node.reading !== undefined && !written.includes(node.reading)) {
      children.push(element('span', { className: ['reading'] }, [scope.shared.labels.reading(node.reading)]))
    }
    if (blocks.length > 0) children.push({ type: 'text', value: ' ' })
  }
  const loose = isLoose(node, parent)
  if (loose && children.length > 0) blocks.unshift(element('p', {}, children.splice(0)))
  children.push(...tighten(blocks, loose))
  return element(inList(parent) ? 'li' : 'div', { className: ['definition'] }, children)
}
