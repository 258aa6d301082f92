import type { Nodes, Paragraph } from 'mdast'
import type { ParseContext } from '../context.ts'
import type { Answer, Question } from '../nodes.ts'
import { infer } from './inferred.ts'
import { leadText } from './members.ts'
import { textOf } from './phrasing-text.ts'
import { type TurnLabel, turnLabelOf } from './question-labels.ts'
import { splitText } from './split-text.ts'
import { type Item, itemsOf } from './walk.ts'

/**
 * Reads questions and answers that stand in paragraphs, outside of lists: `Q: …` and behind it, in the same paragraph
 * or in the next, `A: …`. Changes the blocks in place.
 */
export function readParagraphTurns(blocks: Nodes[], context: ParseContext): void {
  if (!blocks.some((block) => block.type === 'paragraph' && turnLabelOf(textOf(block))?.turn === 'question'))
    return
  const found: Nodes[] = []
  let open: Question | undefined
  for (const block of blocks) {
    if (block.type === 'list' && open && isAnswerList(block)) {
      open.children.push(...itemsOf(block).map(answerOf))
      extend(open, block)
      continue
    }
    if (block.type !== 'paragraph') {
      found.push(block)
      open = undefined
      continue
    }
    for (const part of splitTurns(block, context)) {
      const label = turnLabelOf(textOf(part))
      if (label?.turn === 'question') {
        open = questionOf(part, label)
        found.push(open)
      } else if (label?.turn === 'answer' && open) {
        open.children.push(answerWith([part], part.position, label))
        extend(open, part)
      } else {
        found.push(part)
        open = undefined
      }
    }
  }
  blocks.splice(0, blocks.length, ...found)
}

function answerOf(item: Item): Answer {
  return answerWith(item.children as Answer['children'], item.position, turnLabelOf(leadText(item)))
}

function answerWith(children: Answer['children'], position: Answer['position'], label?: TurnLabel): Answer {
  const answer: Answer = { type: 'answer', spread: false, children, position }
  if (label?.name) answer.answerer = label.name
  return answer
}

function questionOf(paragraph: Paragraph, label: TurnLabel): Question {
  const question: Question = {
    type: 'question',
    spread: false,
    children: [paragraph],
    position: paragraph.position,
  }
  if (label.name) question.asker = label.name
  infer(question, 'type', 'label')
  return question
}

/** Whether every item of a list is labelled as an answer. */
export function isAnswerList(list: Extract<Nodes, { type: 'list' }>): boolean {
  return itemsOf(list).every(
    (item) => item.type === 'point' && turnLabelOf(leadText(item))?.turn === 'answer',
  )
}

function extend(question: Question, by: Nodes): void {
  if (question.position && by.position) question.position = { ...question.position, end: by.position.end }
}

/** Parts a paragraph where one of its lines begins with the label of a turn. */
function splitTurns(paragraph: Paragraph, context: ParseContext): Paragraph[] {
  const { position } = paragraph
  const parts: Paragraph['children'][] = [[]]
  for (const node of paragraph.children) {
    const texts = node.type === 'text' ? splitText(node, turnsIn(node.value), context) : undefined
    for (const [index, text] of (texts ?? [node]).entries()) {
      if (index) parts.push([])
      parts.at(-1)?.push(text)
    }
  }
  if (!position || parts.length === 1) return [paragraph]
  return parts.map((children, index) => {
    const start = index ? children[0]?.position?.start : position.start
    const end = index < parts.length - 1 ? children.at(-1)?.position?.end : position.end
    const last = children.at(-1)
    // The line's end between two turns belongs to neither.
    if (index < parts.length - 1 && last?.type === 'text') last.value = last.value.replace(/\s+$/, '')
    return {
      type: 'paragraph',
      children: children.filter((child) => child.type !== 'text' || child.value !== ''),
      position: { start: start ?? position.start, end: end ?? position.end },
    }
  })
}

/** Where lines but the first of a text begin with a label. */
function turnsIn(value: string): number[] {
  const cuts: number[] = []
  for (let at = value.indexOf('\n') + 1; at > 0; at = value.indexOf('\n', at) + 1) {
    if (turnLabelOf(value.slice(at, at + 120).split('\n')[0] ?? '')) cuts.push(at)
  }
  return cuts
}
