import type { Level } from '@notes/parser'
import stringWidth from 'string-width'
import type { VFileMessage } from 'vfile-message'
import type { Style } from '../io.ts'
import { countLevels, countWords, type DiagnosticFacts, factsOf } from './facts.ts'

/** What the pretty reporter needs to know. */
export interface PrettyOptions {
  /** Paints text, or gives it back as it is. */
  paint: (style: Style, text: string) => string
  /** Puts the way to the book's folder before a file's path. */
  locate: (file: string) => string
  /** A line of a file, counted from 1; `undefined` where it cannot be shown. */
  sourceLine: (file: string, line: number) => string | undefined
}

const styles: Record<Level, Style> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
}
const names: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** Columns of a source line that are shown around a mistake. */
const shownBefore = 30
const shownLength = 76

/** Diagnostics for people: place, level, message, rule, the source line with a caret, a hint. */
export function prettyReport(messages: readonly VFileMessage[], options: PrettyOptions): string {
  return messages.map((message) => `${prettyMessage(factsOf(message), options)}\n\n`).join('')
}

/** The last line of a report. */
export function prettyTotal(messages: readonly VFileMessage[]): string {
  return `${countWords(countLevels(messages))}\n`
}

function prettyMessage(facts: DiagnosticFacts, { paint, locate, sourceLine }: PrettyOptions): string {
  const { file, line, column, level, rule, message, hint } = facts
  const place = [file === undefined ? undefined : locate(file), line, column].filter(
    (part) => part !== undefined,
  )
  const head = [
    ...(place.length > 0 ? [paint('bold', place.join(':'))] : []),
    paint(styles[level], names[level]),
    message,
    paint('dim', rule),
  ].join('  ')
  const source = file === undefined || line === undefined ? undefined : sourceLine(file, line)
  return [
    head,
    ...(source === undefined || source.trim() === '' ? [] : excerpt(source, facts, paint)),
    ...(hint === undefined ? [] : [`  ${paint('dim', 'hint:')} ${hint}`]),
  ].join('\n')
}

function excerpt(source: string, facts: DiagnosticFacts, paint: PrettyOptions['paint']): string[] {
  const { line = 1, column = 1, endLine = line, endColumn = column + 1, level } = facts
  const start = column - 1
  const end = Math.max(start + 1, endLine > line ? source.trimEnd().length : endColumn - 1)
  const from = end <= shownLength || start <= shownBefore ? 0 : start - shownBefore
  const to = from + shownLength
  const lead = from > 0 ? '…' : ''
  const clean = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ')
  const text = `${lead}${clean(source.slice(from, to))}${to < source.length ? '…' : ''}`
  const before = `${lead}${clean(source.slice(from, start))}`
  const marked = clean(source.slice(start, Math.min(end, to)))
  const gutter = String(line).padStart(5)
  const caret = `${' '.repeat(stringWidth(before))}${'^'.repeat(Math.max(1, stringWidth(marked)))}`
  return [
    `${paint('dim', `${gutter} │`)} ${text}`,
    `${paint('dim', `${' '.repeat(gutter.length)} │`)} ${paint(styles[level], caret)}`,
  ]
}
