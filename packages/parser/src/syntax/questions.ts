import type { List, Nodes, Paragraph } from 'mdast'
import type { Node } from 'unist'
import type { ParseContext } from '../context.ts'
import type { Answer, Question } from '../nodes.ts'
import { hasGap } from '../points.ts'
import { withAnswerLists } from '../to-mdast.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { leadText } from './members.ts'
import { isAnswerList, readParagraphTurns } from './question-paragraphs.ts'
import { textOf } from './phrasing-text.ts'
import { beginsWithArrow, endsAsking, inlineAnswerAt, turnLabelOf } from './question-labels.ts'
import { syntaxRule } from './rules.ts'
import { splitParagraph } from './split-text.ts'
import { eachContainer, type Item, itemsOf, leadOf, listsIn } from './walk.ts'
import { blockRoleOf, isSelfTitle } from './words.ts'

/**
 * Questions with their answers: labelled lines (`Q:`, `質問：`, `Q(山田): …` and `A:`, `回答：`), every bullet of a
 * section `質疑応答`, and `…? → answer`. Any other bullet that ends in `?` stays a point.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - Q(山田): 遅くならないか
 *   - A: ならない
 * ```
 *
 * ```json
 * {"type": "question", "asker": "山田", "children": [{"type": "paragraph"}, {"type": "answer"}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - いつ出るか？ → 来月
 * ```
 *
 * ```json
 * {"type": "question", "children": [{"type": "paragraph", "children": [{"type": "text", "value": "いつ出るか？"}]},
 *  {"type": "answer", "children": [{"type": "paragraph", "children": [{"type": "text", "value": "→ 来月"}]}]}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 本当に?
 *   - たぶん
 * ```
 *
 * ```json
 * {"type": "point", "children": [{"type": "paragraph"}, {"type": "list"}]}
 * ```
 */
export const questions: SyntaxPass = (tree, context) => {
  eachContainer(tree, (container, { role }) => {
    // `## どうするか？` inside of `# 質疑応答` asks itself: what stands below it are no questions.
    const isAsked = container.type === 'section' && container.role !== 'qa' && endsAsking(container.title)
    const place = container.type === 'section' && role === 'qa' && !isAsked ? 'section' : undefined
    for (const block of container.children as Nodes[])
      if (block.type === 'list') readList(block, place, context)
    readParagraphTurns(container.children as Nodes[], context)
  })
}

/** What a list stands in: a section of questions, a bullet `Q&A` with a list below, or neither. */
type Place = 'section' | 'block' | undefined

/** Reads the items of a list, and the lists below them. In a list of questions each item is one. */
function readList(list: List, place: Place, context: ParseContext): void {
  const items: Item[] = []
  let open: Question | undefined
  for (const item of itemsOf(list)) {
    const text = leadText(item)
    const isBlock = blockRoleOf(text) === 'qa'
    const label = isBlock ? undefined : turnLabelOf(text)
    if (label?.turn === 'answer' && open && item.type === 'point') {
      open.children.push(answerOf(item, label.name, context))
      const outer = items.at(-1)
      for (const node of new Set<Node>([open, ...(outer ? [outer, ...listsIn(outer)] : [])]))
        extendTo(node, item)
      continue
    }
    const question =
      isBlock || label?.turn === 'answer'
        ? undefined
        : asQuestion(item, text, label !== undefined, place, context)
    if (question && label?.name) question.asker = label.name
    open = label || place ? question : undefined
    if (!question) {
      readBelow(item, text, context)
      reportOpen(item, text, context)
    }
    // Behind `質問` with its list, `回答` answers what was asked last.
    if (isBlock)
      open = listsIn(item)
        .at(-1)
        ?.children.findLast((below) => below.type === 'question')
    items.push(question ?? item)
  }
  list.children = items
}

function extendTo(node: Node, by: Node): void {
  if (node.position && by.position) node.position = { ...node.position, end: by.position.end }
}

/** The question that an item is, with the answers below it. */
function asQuestion(
  item: Item,
  text: string,
  isLabelled: boolean,
  place: Place,
  context: ParseContext,
): Question | undefined {
  if (item.type !== 'point') return undefined
  const lead = leadOf(item)
  const split = lead && splitAnswer(lead, context)
  // `質問？` alone is the title of a list of questions.
  const inline = split && blockRoleOf(textOf(split[0])) === undefined ? split : undefined
  const below = listsIn(item)[0]?.children[0]
  const isAnswered = endsAsking(text) && below !== undefined && beginsWithArrow(leadText(below))
  const isPlaced = place === 'section' || (place === 'block' && (below !== undefined || /[?？]/.test(text)))
  if (!isLabelled && !isPlaced && !inline && !isAnswered) return undefined
  const { type: _, children, ...rest } = item
  const question: Question = { ...rest, type: 'question', children: [] }
  if (inline)
    question.children.push(inline[0], {
      type: 'answer',
      spread: false,
      children: [inline[1]],
      position: inline[1].position,
    })
  let isUnderTitle = false
  for (const [index, child] of children.entries()) {
    if (inline && index === 0) continue
    // A paragraph of its own inside an item is a title for the list behind it: its items are asked, too.
    if (index > 0 && child.type === 'paragraph') isUnderTitle = true
    if (child.type === 'list' && (!isUnderTitle || isAnswerList(child)))
      question.children.push(...answersOf(child, place, context))
    else {
      if (child.type === 'list') readList(child, place, context)
      question.children.push(child)
    }
  }
  question.spread = hasGap(withAnswerLists(question.children) as Nodes[])
  infer(question, 'type', isLabelled ? 'label' : isPlaced ? 'qa-section' : 'arrow')
  return question
}

/** The answers in the list below a question; what is asked back stays a list of questions. */
function answersOf(list: List, place: Place, context: ParseContext): Question['children'] {
  const found: Question['children'] = []
  let asked: List | undefined
  for (const item of itemsOf(list)) {
    const text = leadText(item)
    const label = turnLabelOf(text)
    const isAsked =
      label?.turn === 'question' || (place !== undefined && endsAsking(text) && listsIn(item).length > 0)
    if (item.type === 'point' && !isAsked && !(asked && label?.turn === 'answer')) {
      asked = undefined
      found.push(answerOf(item, label?.name, context))
      continue
    }
    asked ??= { ...list, children: [] }
    if (!asked.children.length) found.push(asked)
    asked.children.push(item)
  }
  for (const child of found) {
    if (child.type !== 'list') continue
    child.position = spanOf(child.children)
    readList(child, place && 'block', context)
  }
  return found
}

function spanOf(items: readonly Item[]): List['position'] {
  const start = items[0]?.position?.start
  const end = items.at(-1)?.position?.end
  return start && end ? { start, end } : undefined
}

function answerOf(
  item: Extract<Item, { type: 'point' }>,
  name: string | undefined,
  context: ParseContext,
): Answer {
  for (const below of listsIn(item)) readList(below, undefined, context)
  const { type: _, ...rest } = item
  const answer: Answer = { ...rest, type: 'answer' }
  if (name) answer.answerer = name
  return answer
}

/** The lists below an item that is no question. */
function readBelow(item: Item, text: string, context: ParseContext): void {
  if (item.children.length < 2) return
  const place = blockRoleOf(text) === 'qa' ? 'block' : undefined
  for (const below of listsIn(item)) readList(below, place, context)
}

/** Says that a bullet with a question mark stays a point, where bullets below it may be answers. */
function reportOpen(item: Item, text: string, context: ParseContext): void {
  if (item.type !== 'point' || !endsAsking(text) || !listsIn(item).length || isTitleOfList(text)) return
  context.report(syntaxRule.openQuestion, { place: leadOf(item) ?? item })
}

/** `Who?` and `Xとは?` end in a question mark and ask nothing. */
function isTitleOfList(text: string): boolean {
  return blockRoleOf(text) !== undefined || isSelfTitle(text) || /(?:とは|って何)\s*[?？]$/u.test(text)
}

/** Parts `…? → answer` into its two paragraphs. */
function splitAnswer(lead: Paragraph, context: ParseContext): [Paragraph, Paragraph] | undefined {
  let before = ''
  for (const [index, child] of lead.children.entries()) {
    if (child.type === 'text') {
      const cut = inlineAnswerAt(before + child.value)
      if (cut !== undefined)
        return cut >= before.length ? splitParagraph(lead, index, cut - before.length, context) : undefined
      before += child.value
    } else if ('children' in child) before += leadTextOf(child)
    else before += '\ufffc'
  }
  return undefined
}

function leadTextOf(node: Nodes): string {
  return 'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map((child) => leadTextOf(child as Nodes)).join('')
      : ''
}
