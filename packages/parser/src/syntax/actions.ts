import type { List } from 'mdast'
import type { Action, NotesDate } from '../nodes.ts'
import { findDates } from './date.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { leadText } from './members.ts'
import { eachContainer, eachList, type Item, itemsOf } from './walk.ts'
import { blockRoleOf } from './words.ts'

/**
 * Things to do: task-list items and bullets below `宿題`, `TODO` or `Action items`, bullets `TODO: …` and `宿題：…`,
 * and `次回 5/12 …`. A date behind `まで`, `期限` or `by` is when they are due.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 次回 5/12 公会堂
 * ```
 *
 * ```json
 * {"type": "action", "due": {"text": "5/12", "start": {"month": 5, "day": 12}}}
 * ```
 *
 * ```md
 * # 会
 *
 * ### 宿題
 *
 * - [x] 図を直す
 * ```
 *
 * ```json
 * {"type": "action", "done": true}
 * ```
 *
 * A task elsewhere stays a point:
 *
 * ```md
 * # 会
 *
 * - [ ] 持ち物
 * ```
 *
 * ```json
 * {"type": "point", "checked": false}
 * ```
 */
export const actions: SyntaxPass = (tree) => {
  eachContainer(tree, (container) => {
    const isActions = container.type === 'section' && blockRoleOf(container.title) === 'actions'
    eachList(container, (list, parents) => {
      const parent = parents.at(-1)
      const isBelow =
        parent !== undefined && parents.length < 3 && blockRoleOf(leadText(parent)) === 'actions'
      readList(list, (isActions && !parents.length) || isBelow)
    })
  })
}

const label =
  /^[\s【[（(]*(?:todo|to-do|宿題|やること|action item|アクション|ネクストアクション)\s*[\]】）)]*\s*(?:[:：]\s*\S|(?<=[\]】）)])\s*\S)/iu
const todoMark = /^TODO\s+(?!アプリ|リスト|管理|apps?\b|lists?\b)\S/u
const next = /^(?:次回|next(?: meeting| time)?)\s*(?:[:：は]|\s|$)/iu

function readList(list: List, isActions: boolean): void {
  for (const [index, item] of itemsOf(list).entries()) {
    if (item.type !== 'point') continue
    const text = leadText(item)
    const rule = isActions ? 'action-section' : ruleOf(text)
    if (!rule || (isActions && blockRoleOf(text) === 'actions')) continue
    list.children[index] = actionOf(item, text, rule)
  }
}

/** The rule by which a bullet outside of an action section is an action. */
function ruleOf(text: string): string | undefined {
  if (text.length > 500) return undefined
  if (label.test(text) || todoMark.test(text)) return 'action-label'
  if (!next.test(text)) return undefined
  // `次回は検索の話` says what comes; a date makes it an appointment.
  return findDates(text, 1)[0]?.date.start.day === undefined ? undefined : 'next-meeting'
}

function actionOf(item: Extract<Item, { type: 'point' }>, text: string, rule: string): Action {
  const { type: _, checked, ...rest } = item
  const action: Action = { ...rest, type: 'action' }
  if (typeof checked === 'boolean') action.done = checked
  const due = dueOf(text, rule === 'next-meeting')
  if (due) action.due = due
  infer(action, 'type', rule)
  return action
}

const dueBefore =
  /(?:期限|締切|締め切り|〆切|〆|due|deadline|by|until|before)\s*(?:on\s*)?[:：はが]?\s*[(（]?\s*$/iu
const dueBehind = /^\s*[)）]?\s*(?:まで|迄|〆|締切|締め切り|期限|必着)/u

/** The date by which something is to be done. */
function dueOf(text: string, isMeeting: boolean): NotesDate | undefined {
  for (const { date, start, end } of findDates(text.slice(0, 1000), 10)) {
    if (date.start.day === undefined) continue
    if (
      isMeeting ||
      dueBefore.test(text.slice(Math.max(0, start - 30), start)) ||
      dueBehind.test(text.slice(end, end + 10))
    ) {
      return date
    }
  }
  return undefined
}
