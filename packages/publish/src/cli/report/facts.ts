import { type Level, levelOf, ruleOf } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'

/** A diagnostic as data. Lines and columns count from 1; columns are UTF-16 units. */
export interface DiagnosticFacts {
  /** Relative to the book's folder, with forward slashes. */
  file?: string
  line?: number
  column?: number
  endLine?: number
  endColumn?: number
  level: Level
  rule: string
  message: string
  hint?: string
}

/** A diagnostic without its class. */
export function factsOf(message: VFileMessage): DiagnosticFacts {
  const { file, reason, note, place } = message
  const start = place && ('start' in place ? place.start : place)
  const end = place && 'end' in place ? place.end : undefined
  return {
    ...(file !== undefined && { file }),
    ...(start && { line: start.line, column: start.column }),
    ...(end && { endLine: end.line, endColumn: end.column }),
    level: levelOf(message),
    rule: ruleOf(message),
    message: reason,
    ...(note !== undefined && { hint: note }),
  }
}

/** How many diagnostics there are of each level. */
export function countLevels(messages: readonly VFileMessage[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const message of messages) counts[levelOf(message)] += 1
  return counts
}

/** `2 errors, 1 warning, 3 notices`, without those that are none. */
export function countWords(counts: Record<Level, number>): string {
  const words = { error: 'error', warning: 'warning', info: 'notice' }
  const parts = (['error', 'warning', 'info'] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => `${counts[level]} ${words[level]}${counts[level] === 1 ? '' : 's'}`)
  return parts.length > 0 ? parts.join(', ') : 'nothing to report'
}
