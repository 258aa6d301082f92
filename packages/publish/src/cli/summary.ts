import type { BuildRecord } from './output.ts'
import { countWords } from './report/facts.ts'

const singular: Readonly<Record<string, string>> = {
  events: 'event',
  sessions: 'session',
  terms: 'term',
  people: 'person',
}

/** A line for each file: its path, size and pages. */
export function describeOutput(
  files: readonly { path: string; bytes: number; pages?: number }[],
  folder: string,
): string {
  const width = Math.max(0, ...files.map(({ path }) => path.length))
  return files
    .map(({ path, bytes, pages }) => {
      const facts = [
        size(bytes),
        ...(pages === undefined ? [] : [`${pages} ${pages === 1 ? 'page' : 'pages'}`]),
      ]
      return `  ${folder}/${path.padEnd(width)}  ${facts.join(', ')}\n`
    })
    .join('')
}

/** The last words of `notes build`: what was made and where. */
export function summarize(record: BuildRecord, folder: string): string {
  const counts = Object.entries(record.counts).map(
    ([name, count]) => `${count} ${count === 1 ? (singular[name] ?? name) : name}`,
  )
  const browser = record.browser === undefined ? '' : `; printed by ${record.browser}`
  return [
    `${record.title}\n${describeOutput(record.files, folder)}  ${counts.join(', ')}`,
    `  ${countWords(record.messages)}${browser}`,
    '',
  ].join('\n')
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
