import type { Node, Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'
import type { Level, Rule } from './rule.ts'

/** What a diagnostic may say beyond its rule. */
export interface MessageDetail {
  /** What is wrong here; the rule's summary where it is absent. */
  reason?: string
  /** What to do here; the rule's hint where it is absent. */
  hint?: string
  /** Where it is wrong. */
  place?: Node | Position | Point
  /** Path relative to the book's folder. */
  file?: string
}

/** Makes the diagnostic of a rule: a vfile message with `source`, `ruleId`, `note` (the hint) and `file`. */
export function createMessage(rule: Rule, detail: MessageDetail = {}): VFileMessage {
  const { place } = detail
  const position = place && 'type' in place ? place.position : place
  const [source = '', ruleId = ''] = rule.id.split('/')
  const message = new VFileMessage(detail.reason ?? rule.summary, { place: position, source, ruleId })
  message.note = detail.hint ?? rule.hint
  if (detail.file !== undefined) message.file = detail.file
  setLevel(message, rule.level)
  return message
}

/** Messages of a rule that are given one by one; what comes behind is counted. */
const MAX_REPEATED = 10

/** Of many messages by one rule in one file, the first ones, and how many more there are. */
export function withoutRepeated(messages: readonly VFileMessage[]): VFileMessage[] {
  const counts = new Map<string, number>()
  const keyOf = (message: VFileMessage) => `${ruleOf(message)} ${message.file ?? ''}`
  for (const message of messages) counts.set(keyOf(message), (counts.get(keyOf(message)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return messages.filter((message) => {
    const key = keyOf(message)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    const more = counts.get(key)! - MAX_REPEATED
    if (count === MAX_REPEATED + 1 && more > 1)
      message.reason =
        message.message = `${message.reason} ${more - 1} more of this kind follow in this file.`
    return count <= MAX_REPEATED + 1
  })
}

/** Sets the level of a message the way vfile writes it: `fatal` is true, false or undefined. */
export function setLevel(message: VFileMessage, level: Level): void {
  message.fatal = level === 'error' ? true : level === 'warning' ? false : undefined
}

/** The level of a message. */
export function levelOf(message: VFileMessage): Level {
  return message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info'
}

/** The id of a message's rule, e.g. `parser/deep-list`. */
export function ruleOf(message: VFileMessage): string {
  return `${message.source}/${message.ruleId}`
}
