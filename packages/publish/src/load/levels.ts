import { ruleOf, setLevel } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { BookConfig } from '../config/schema.ts'

/** Gives diagnostics the levels that book.yaml's `rules` set; those that are off are left out. */
export function applyLevels(messages: readonly VFileMessage[], rules: BookConfig['rules']): VFileMessage[] {
  return messages.filter((message) => {
    const level = rules[ruleOf(message)]
    if (level === undefined) return true
    if (level !== 'off') setLevel(message, level)
    return level !== 'off'
  })
}

/** Sorts diagnostics by file, in the order in which the files were read, then by place. */
export function sortMessages(messages: readonly VFileMessage[], files: readonly string[]): VFileMessage[] {
  const rank = new Map(files.map((file, index) => [file, index]))
  const rankOf = ({ file = '' }: VFileMessage): number => rank.get(file) ?? files.length
  return messages.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
