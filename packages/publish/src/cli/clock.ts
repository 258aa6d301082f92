/** The only clock of a build: the environment and the notes, never the time of day. */
import type { NotesDate } from '@notes/parser'
import type { Book } from '../model.ts'
import { UsageError } from './io.ts'

/** What a book without any date is dated; the first day that a zip file can hold. */
const earliest = Date.UTC(1980, 0, 1)

/** The book's date: SOURCE_DATE_EPOCH in seconds, else book.yaml's, else the notes' newest. */
export function bookDate(book: Book, env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH']
  if (epoch !== undefined && epoch !== '') {
    if (!/^\d{1,11}$/u.test(epoch)) {
      throw new UsageError(`SOURCE_DATE_EPOCH is “${epoch}”, expected whole seconds since 1970.`)
    }
    return new Date(Math.max(earliest, Number(epoch) * 1000))
  }
  const [year, month = 1, day = 1] = (book.config.date ?? '').split('-').filter(Boolean).map(Number)
  if (year !== undefined) return new Date(Math.max(earliest, Date.UTC(year, month - 1, day)))
  const times = book.tree.children.flatMap((event) => [
    ...event.dates.map(timeOf),
    ...event.children.flatMap((child) => (child.type === 'session' ? (child.dates ?? []).map(timeOf) : [])),
  ])
  return new Date(times.reduce((newest, time) => Math.max(newest, time), earliest))
}

function timeOf({ start, end }: NotesDate): number {
  const { year = start.year, month = start.month ?? 1, day = start.day ?? 1 } = end ?? start
  return year === undefined ? earliest : Date.UTC(year, month - 1, day)
}
