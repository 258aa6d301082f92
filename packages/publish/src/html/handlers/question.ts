import type { Answer, Question } from '@notes/parser'
import type { Element, ElementContent } from 'hast'
import { element } from '../element.ts'
import { plainText } from '../plain-text.ts'
import { inList, isLoose, leadParagraph, tighten, type HandlerFactory } from './handler.ts'

/** A marker that the notes write themselves, so that none is added. */
const written = /^(?:[QA]\s*\d*\s*[.:：．、)）]|質問|回答|問|答)/iu

export const question: HandlerFactory<Question> = (scope) => (state, node, parent) => {
  const blocks = state.all(node)
  mark(blocks, scope.shared.labels.question, node.asker)
  const children = tighten(blocks, isLoose(node, parent))
  return element(inList(parent) ? 'li' : 'div', { className: ['question'] }, children)
}

export const answer: HandlerFactory<Answer> = (scope) => (state, node, parent) => {
  const blocks = state.all(node)
  mark(blocks, scope.shared.labels.answer, node.answerer)
  const children = tighten(blocks, isLoose(node, undefined))
  return element(inList(parent) ? 'li' : 'div', { className: ['answer'] }, children)
}

function mark(blocks: ElementContent[], label: string, name: string | undefined): void {
  const paragraph: Element = leadParagraph(blocks)
  const start = plainText(paragraph.children)
  const head: Element[] = []
  if (!written.test(start)) head.push(element('span', { className: ['mark'] }, [label]))
  if (name !== undefined && !start.includes(name)) head.push(element('span', { className: ['who'] }, [name]))
  for (const part of head.toReversed()) paragraph.children.unshift(part, { type: 'text', value: ' ' })
}
