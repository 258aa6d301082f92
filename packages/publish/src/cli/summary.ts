import type { BuildRecord } from './output.ts'
import { countWords } from './report/facts.ts'

const singular: Readonly<Record<string, string>> = {
  events: 'event',
  sessions: 'session',
  terms: 'term',
  people: 'person',
}

/** The last words of `notes build`: what was made and where. */
export function summarize(record: BuildRecord, folder: string): string {
  const width = Math.max(0, ...record.files.map(({ path }) => path.length))
  const files = record.files.map(({ path, bytes, pages }) => {
    const facts = [size(bytes), ...(pages === undefined ? [] : [`${pages} pages`])]
    return `  ${folder}/${path.padEnd(width)}  ${facts.join(', ')}`
  })
  const counts = Object.entries(record.counts).map(
    ([name, count]) => `${count} ${count === 1 ? (singular[name] ?? name) : name}`,
  )
  const browser = record.browser === undefined ? '' : `; printed by ${record.browser}`
  const more = record.messages.info > 0 ? ' (`notes check` shows the notices)' : ''
  return [
    record.title,
    ...files,
    `  ${counts.join(', ')}`,
    `  ${countWords(record.messages)}${more}${browser}`,
    '',
  ].join('\n')
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
