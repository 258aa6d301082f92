import type { Level, Rule } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { factsOf } from './facts.ts'

/** Diagnostics as a JSON list. */
export function jsonReport(messages: readonly VFileMessage[]): string {
  return `${JSON.stringify(messages.map(factsOf), undefined, 2)}\n`
}

/** Diagnostics as commands for GitHub's log, which shows them beside the lines of a change. */
export function githubReport(messages: readonly VFileMessage[], locate: (file: string) => string): string {
  const commands: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' }
  return messages
    .map(factsOf)
    .map(({ file, line, column, endLine, endColumn, level, rule, message, hint }) => {
      const properties = {
        file: file === undefined ? undefined : locate(file),
        line,
        endLine,
        // GitHub takes columns only within one line.
        col: endLine === undefined || endLine === line ? column : undefined,
        endColumn: endLine === line ? endColumn : undefined,
        title: rule,
      }
      const list = Object.entries(properties)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
      const text = hint === undefined ? message : `${message} ${hint}`
      return `::${commands[level]} ${list.join(',')}::${escapeData(text)}\n`
    })
    .join('')
}

/** Diagnostics in SARIF 2.1.0, for code scanning. */
export function sarifReport(
  messages: readonly VFileMessage[],
  options: { locate: (file: string) => string; rules: readonly Rule[]; version: string },
): string {
  const { locate, rules, version } = options
  const levels: Record<Level, string> = { error: 'error', warning: 'warning', info: 'note' }
  const facts = messages.map(factsOf)
  const used = rules.filter(({ id }) => facts.some(({ rule }) => rule === id))
  const run = {
    tool: {
      driver: {
        name: 'notes',
        version,
        rules: used.map(({ id, level, summary, hint }) => ({
          id,
          shortDescription: { text: summary },
          help: { text: hint },
          defaultConfiguration: { level: levels[level] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: facts.map(({ file, line, column, endLine, endColumn, level, rule, message, hint }) => {
      const index = used.findIndex(({ id }) => id === rule)
      const region = {
        startLine: line,
        startColumn: column,
        ...(endLine !== undefined && { endLine, endColumn }),
      }
      const place = file !== undefined && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: locate(file).split('/').map(encodeURIComponent).join('/') },
              ...(line !== undefined && { region }),
            },
          },
        ],
      }
      return {
        ruleId: rule,
        ...(index >= 0 && { ruleIndex: index }),
        level: levels[level],
        message: { text: hint === undefined ? message : `${message} ${hint}` },
        ...place,
      }
    }),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
