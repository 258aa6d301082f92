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
