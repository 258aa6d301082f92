import type { Ruby } from '@notes/parser'
import type { ElementContent } from 'hast'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import type { HandlerFactory } from './handler.ts'

/** Base text with its reading above it; one reading for each character where there are as many. */
export const ruby: HandlerFactory<Ruby> = () => (state, node) => {
  const base = state.all(node)
  const characters = [...plainText(base)]
  const children: ElementContent[] =
    node.readings.length > 1 && node.readings.length === characters.length
      ? characters.flatMap((character, index) => [
          { type: 'text', value: character },
          ...reading(node.readings[index] ?? ''),
        ])
      : [...base, ...reading(node.readings.join(''))]
  return element('ruby', {}, children)
}

/** The parentheses are for readers that know no ruby. */
function reading(value: string): ElementContent[] {
  return [element('rp', {}, ['（']), element('rt', {}, [value]), element('rp', {}, ['）'])]
}
