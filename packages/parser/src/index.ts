export type * from './nodes.ts'
export type { Level, Rule } from './rule.ts'
export { createMessage, levelOf, type MessageDetail, ruleOf, setLevel } from './message.ts'
