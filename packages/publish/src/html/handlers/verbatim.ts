import type { Verbatim } from '@notes/parser'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** Source that is not understood, shown as it is. */
export const verbatim: HandlerFactory<Verbatim> = () => (_, node) =>
  element('pre', { className: ['verbatim'] }, [element('code', {}, [node.value])])
