import type { Nodes, Paragraph, Table } from 'mdast'
import type { Event, NotesDate, Session } from '../nodes.ts'
import { findDates, parseDate } from './date.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { textOf } from './phrasing-text.ts'
import { isNew } from './seen.ts'
import { type Container, eachContainer, eachList, itemsOf, leadOf, ownerOf, type Scope } from './walk.ts'
import { factKeyOf } from './words.ts'

/**
 * When and where: dates in titles, in lines `日時：…` and `会場：…`, in tables of such rows and as a line of their
 * own under a title. What the notes leave out, such as the year, is left out.
 *
 * ```md
 * # 会
 *
 * - 日時：10/19(土) 13:00 〜 17:00
 * - 会場：中央公会堂
 *
 * ## 話
 *
 * 14:00-15:00 JST
 * ```
 *
 * ```json
 * {"type": "event", "venue": "中央公会堂", "dates": [{"start": {"month": 10, "day": 19, "time": "13:00"},
 *  "end": {"month": 10, "day": 19, "time": "17:00"}}]}
 * ```
 *
 * ```json
 * {"type": "session", "dates": [{"start": {"time": "14:00"}, "end": {"time": "15:00"}, "zone": "JST"}]}
 * ```
 */
export const eventFacts: SyntaxPass = (tree) => {
  eachContainer(tree, (node, scope) => {
    const owner = ownerOf(scope)
    if (node.type !== 'section') readTitle(node)
    for (const [index, block] of (node.children as Nodes[]).entries()) {
      if (block.type === 'paragraph') readParagraph(block, owner, isUnderTitle(node, index))
      else if (block.type === 'table') readTable(block, owner)
      else if (block.type === 'html' && index <= 2) readComment(block, owner)
    }
    readHeadLists(node, scope)
  })
}

/** Whether only URL lines, front matter and comments stand between a title and the block at an index. */
function isUnderTitle(node: Container, index: number): boolean {
  if (node.type === 'section' || index > 6) return false
  return (node.children as Nodes[])
    .slice(1, index)
    .every((block) => block.type !== 'list' && block.type !== 'heading' && block.type !== 'table')
}

/** Facts in the bullets of a container's lists: not deeper, where a bullet speaks of something else. */
function readHeadLists(node: Container, scope: Scope): void {
  eachList(node, (list, parents) => {
    if (parents.length) return
    for (const item of itemsOf(list)) {
      const lead = leadOf(item)
      if (lead) readParagraph(lead, ownerOf(scope), false)
    }
  })
}

const factLine = /^[\s>*・•-]*([^:：\n]{1,20}?)\s*[:：]\s*(\S.*)$/u

function readParagraph(paragraph: Paragraph, owner: Event | Session, isFirst: boolean): void {
  const text = textOf(paragraph)
  if (text.length > 2000) return
  for (const line of text.split('\n')) {
    const keyed = factLine.exec(line)
    const key = keyed?.[1] === undefined ? undefined : factKeyOf(keyed[1])
    if (key && keyed?.[2]) addFact(owner, key, keyed[2], paragraph, 'key')
    else if (isFirst) {
      readDateLine(line, owner, paragraph)
      readHeldLine(line, owner, paragraph)
    }
  }
}

/** A line that is a date, perhaps with a place behind `@`. */
function readDateLine(line: string, owner: Event | Session, node: Nodes): void {
  const [when = '', where] = line.split(/\s+(?:[@＠]|in(?=\s+\p{Lu}))\s+/u, 2)
  const whole = parseDate(when.replace(/^[\s(（[【]+|[\s)）\]】]+$/gu, '')) ?? parseDate(when)
  if (!whole) return
  addDates(owner, [whole], node, 'line-under-title')
  if (where) addFact(owner, 'venue', where, node, 'line-under-title')
}

/** `2024/05/12 に開催された会に参加してきました`: a full day in the first lines of an event, and that it took place. */
function readHeldLine(line: string, owner: Event | Session, node: Nodes): void {
  if (owner.type !== 'event' || line.length > 300 || !/開催|行われ|took place|(?:was|were) held/u.test(line))
    return
  const found = findDates(line, 2).filter(
    ({ date: { start } }) => start.year !== undefined && start.day !== undefined,
  )
  if (found.length === 1) addDates(owner, [found[0]!.date], node, 'held-line')
}

function readTable(table: Table, owner: Event | Session): void {
  let key: ReturnType<typeof factKeyOf>
  for (const row of table.children) {
    const [first, second] = row.children
    if (!first || !second) continue
    const name = textOf(first).trim()
    // An empty first cell goes on with the row above.
    if (name) key = factKeyOf(name)
    if (key) addFact(owner, key, textOf(second).trim(), row, 'row')
  }
}

function readComment(node: Extract<Nodes, { type: 'html' }>, owner: Event | Session): void {
  if (!/^<!--[\s\S]{1,300}-->$/.test(node.value.trim())) return
  const dates = findDates(node.value, 3)
  addDates(
    owner,
    dates.map(({ date }) => date),
    node,
    'comment',
  )
}

const dashes = /\s+[-–—―|]\s+|\s*[(（【[]~?|[)）】\]]/u

/** A date in a title counts where it has a year or a weekday, or stands alone between dashes or in parentheses. */
function readTitle(node: Event | Session): void {
  if (node.title.length > 300) return
  const heading = node.children[0] as Nodes | undefined
  const alone = node.title.split(dashes).flatMap((part) => parseDate(part) ?? [])
  const found = findDates(node.title, 3)
    .filter(({ date, start }) => isFullDate(date) && !/[A-Za-z.]$/.test(node.title.slice(0, start)))
    .map(({ date }) => date)
  const [opening] = findDates(node.title, 1)
  const isClock =
    opening?.start === 0 && opening.date.start.time && (opening.date.end ?? /^\d\d:\d\d\s/.test(node.title))
  const clock = opening && isClock ? [opening.date] : []
  const own = alone.filter(({ start }) => start.day ?? start.time)
  const dates = found.length ? found : own.length ? own : clock
  if (heading) addDates(node, dates, heading, 'title')
  if (node.type === 'event') readSeries(node)
}

function isFullDate({ start, text }: NotesDate): boolean {
  return start.month !== undefined && (start.year !== undefined || /[(（]/.test(text))
}

const editions: RegExp[] = [
  /^(?<edition>第\s?\d+\s?回)\s*(?<series>\S.*)$/u,
  /^(?<series>.*\S)\s*(?<edition>第\s?\d+\s?回)$/u,
  /^(?<series>.*\S)\s*(?<edition>[#＃]\s?\d+)(?:\s*[:：「『-].*)?$/u,
  /^(?<series>.*\S)\s*(?<edition>vol\.?\s?\d+)(?:\s*[:：「『-].*)?$/iu,
  /^(?<series>.*?[^\s\d])\s*(?<edition>(?:19|20)\d{2})$/u,
]

/** `第5回 検索勉強会`, `Search Meetup #12`, `検索カンファレンス2019`: the series and which of it this is. */
function readSeries(event: Event): void {
  const title = event.title.replace(/のメモ$|\s*(?:メモ|レポート|参加メモ|参加レポート|notes)$/iu, '')
  for (const form of editions) {
    const found = form.exec(title)?.groups
    if (!found?.['series'] || !found['edition']) continue
    if (event.series === undefined) {
      event.series = found['series']
      infer(event, 'series', 'title-edition')
    }
    if (event.edition === undefined) {
      event.edition = found['edition']
      infer(event, 'edition', 'title-edition')
    }
    return
  }
}

type FactKey = NonNullable<ReturnType<typeof factKeyOf>>

function addFact(owner: Event | Session, key: FactKey, value: string, node: Nodes, rule: string): void {
  if (key === 'dates') {
    const found = findDates(value, 20)
    addDates(
      owner,
      found.map(({ date }) => date),
      node,
      rule,
    )
    const where = /\s[@＠]\s*(\S.*)$/u.exec(value)?.[1]
    if (where) addFact(owner, 'venue', where, node, rule)
  } else if (owner.type === 'event' && owner.venue === undefined && value.trim()) {
    owner.venue = value.trim()
    infer(owner, 'venue', rule)
  }
}

function addDates(owner: Event | Session, dates: readonly NotesDate[], node: Nodes, rule: string): void {
  if (!dates.length) return
  const list = (owner.dates ??= [])
  for (const date of dates) {
    if (!isNew(list, date.text)) continue
    list.push(node.position ? { ...date, position: node.position } : date)
  }
  infer(owner, 'dates', rule)
}
