import type { Nodes, Paragraph } from 'mdast'
import type { Node } from 'unist'
import type { MarkData } from '../nodes.ts'
import type { SyntaxPass } from './index.ts'
import { textOf } from './phrasing-text.ts'
import { eachContainer, eachList, type Item, itemsOf, leadOf } from './walk.ts'

/**
 * Marks in a line: arrows, ★ and ☆, ※, and a timestamp in front. They stay in the text; `data` says what they mean.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 計測 -> 改善 -> 計測
 * - ※ 社内での話
 * - ここが大事★
 * - ★★★☆☆ 読みやすさ
 * - 00:12:30 デモ
 * ```
 *
 * ```json
 * {"type": "point", "data": {"steps": ["計測", "改善", "計測"]}}
 * ```
 *
 * ```json
 * {"type": "point", "data": {"remark": true}}
 * ```
 *
 * ```json
 * {"type": "point", "data": {"star": true}}
 * ```
 *
 * ```json
 * {"type": "point", "data": {"rating": {"value": 3, "of": 5}}}
 * ```
 *
 * ```json
 * {"type": "point", "data": {"timestamp": "00:12:30"}}
 * ```
 */
export const marks: SyntaxPass = (tree) => {
  eachContainer(tree, (container) => {
    for (const block of container.children as Nodes[]) if (block.type === 'paragraph') mark(block, block)
    eachList(container, (list) => {
      for (const item of itemsOf(list)) markItem(item)
    })
  })
}

function markItem(item: Item): void {
  const lead = leadOf(item)
  if (lead) mark(item, lead)
  for (const [index, child] of (item.children as Nodes[]).entries()) {
    if (index && child.type === 'paragraph') mark(child, child)
    else if (child.type === 'answer' && child.children[0]?.type === 'paragraph')
      mark(child, child.children[0])
  }
}

const any = /[→⇒➡➔←★☆※]|->|=>|\d:\d\d/
const arrow = /\s*(?:→|⇒|➡️?|➔|(?<![-=<])(?:-{1,2}|=)>)\s*/u
const stars = /[★☆]+/gu
const clock = /^[\s[(（【]*(\d{1,2}:\d{2}(?::\d{2})?)(?=[\s\])）】〜~–-]|$)(?!\s*\d)/u

function mark(node: Node, paragraph: Paragraph): void {
  const text = textOf(paragraph)
  if (!any.test(text) || text.length > 5000) return
  const found: MarkData = {}
  const steps = text.split(arrow)
  if (steps.length > 1 && steps.length <= 20 && !text.includes('\n'))
    found.steps = steps.map((step) => step.trim())
  const aside = /^[^←\n]*\S\s*←\s*([^←\n]{1,200})$/u.exec(text)?.[1]
  if (aside) found.aside = aside.trim()
  if (/^\s*※/u.test(text)) found.remark = true
  readStars(text, found)
  const time = clock.exec(text)?.[1]
  if (time) found.timestamp = time
  if (Object.keys(found).length) node.data = { ...node.data, ...found }
}

/** `★★★☆☆` rates; one star, or `★` at the head or the end of a line, marks. */
function readStars(text: string, found: MarkData): void {
  for (const [run] of text.matchAll(stars)) {
    const value = run.length - run.replaceAll('★', '').length
    if (run.length === 1) found.star = true
    else found.rating ??= value === run.length ? { value } : { value, of: run.length }
  }
  // `☆3` and `★4.5`: a star with a number is a rating, too.
  const number = /[★☆]\s?(\d(?:\.\d)?)(?![\d年月日])/u.exec(text)?.[1]
  if (number !== undefined && found.star) {
    delete found.star
    found.rating ??= { value: Number(number) }
  }
}
