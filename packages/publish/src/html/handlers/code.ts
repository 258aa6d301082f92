import type { Code } from 'mdast'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** Code; what stands beside its fence, a language or a file's name, is printed above it, as it may be content. */
export const code: HandlerFactory<Code> = () => (_, node) => {
  const { lang, meta, value } = node
  const properties = lang ? { className: [`language-${lang.replaceAll(/\s/gu, '-')}`] } : {}
  const block = element('pre', {}, [element('code', properties, [value])])
  const label = [lang, meta].filter((part) => part).join(' ')
  return label === '' ? block : [element('p', { className: ['code-label'] }, [label]), block]
}
