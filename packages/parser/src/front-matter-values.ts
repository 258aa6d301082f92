import leven from 'leven'
import type { ParseContext } from './context.ts'
import { slugOf } from './ids.ts'
import { rule } from './rules.ts'
import { findDates } from './syntax/date.ts'

interface Kind {
  expected: string
  isRight: (value: unknown) => boolean
}

const text: Kind = { expected: 'text', isRight: (value) => ['string', 'number'].includes(typeof value) }
const date: Kind = { expected: 'a date of the calendar, such as 2019-01-13', isRight: isDate }
const person: Kind = { expected: 'a name, or `{name, link}`', isRight: isPerson }
const address: Kind = {
  expected: 'an address that begins with https://, or `{url, label}`',
  isRight: isAddress,
}

/** What stands under a key; `many`: or a list of it. */
const kinds: Record<string, Kind & { many?: true }> = {
  title: text,
  id: {
    expected: 'ASCII letters, digits and hyphens',
    isRight: (value) => text.isRight(value) && slugOf(String(value)) !== undefined,
  },
  draft: { expected: 'true or false', isRight: (value) => typeof value === 'boolean' },
  levels: {
    expected: '`{event, session}` with numbers of # from 0 to 6',
    isRight: (value) => isMapping(value) && Object.entries(value).every(isLevel),
  },
  date: { ...date, many: true },
  dates: { ...date, many: true },
  venue: text,
  series: text,
  edition: text,
  speaker: { ...person, many: true },
  speakers: { ...person, many: true },
  members: { ...person, many: true },
  guest: { ...person, many: true },
  url: { ...address, many: true },
  urls: { ...address, many: true },
  slides: { ...address, many: true },
}

/** Other keys that a note may have: hints for plain text, and what is near to a key of ours without being one. */
const others = new Set([
  'no',
  'events',
  'sessions',
  'sections',
  'prose',
  'uid',
  'link',
  'links',
  'slide',
  'guests',
  'data',
])

/** Reports values that have no effect, and keys that look like one of ours. An empty value is as good as none. */
export function checkFrontMatter({ frontMatter, report }: ParseContext): void {
  if (!frontMatter) return
  for (const [key, given] of Object.entries(frontMatter.data)) {
    const kind = Object.hasOwn(kinds, key) ? kinds[key]! : undefined
    if (!kind) {
      const meant = meantBy(key)
      if (!meant) continue
      const reason = `Unexpected key “${key}” in the front matter, did you mean “${meant}”? It has no effect.`
      report(rule.frontMatterValue, { reason, place: frontMatter.place(key) })
      continue
    }
    const list = kind.many && Array.isArray(given) ? (given as unknown[]) : undefined
    for (const [index, value] of (list ?? [given]).entries()) {
      if (value === null || value === '' || kind.isRight(value)) continue
      const name = list ? `${key}[${index}]` : key
      const reason = `Unexpected value of “${name}” in the front matter, expected ${kind.expected}; it has no effect.`
      report(rule.frontMatterValue, {
        reason,
        place: list ? frontMatter.place(key, index) : frontMatter.place(key),
      })
    }
  }
}

/** The key that a mistyped one stands for. */
function meantBy(key: string): string | undefined {
  if (others.has(key) || key.length < 4 || key.length > 12) return undefined
  const typed = key.toLowerCase()
  return Object.keys(kinds).find(
    (known) => known === typed || (known.length > 3 && leven(known, typed) === 1),
  )
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLevel([key, value]: [string, unknown]): boolean {
  return ['event', 'session'].includes(key) && typeof value === 'number' && value >= 0 && value <= 6
}

/** A year, or a text with a date that there is: no 30 February. */
function isDate(value: unknown): boolean {
  if (value instanceof Date) return true
  if (typeof value === 'number') return value >= 1000 && value <= 9999
  if (typeof value !== 'string' || /^\d{4}$/.test(value)) return typeof value === 'string'
  const found = findDates(value)
  return (
    found.length > 0 && found.every(({ date: { start, end } }) => isOfCalendar(start) && isOfCalendar(end))
  )
}

function isOfCalendar(day: { year?: number; month?: number; day?: number } | undefined): boolean {
  if (day?.month === undefined || day.day === undefined) return true
  // Without a year, 29 February may be.
  return day.day <= new Date(Date.UTC(day.year ?? 2000, day.month, 0)).getUTCDate()
}

function isPerson(value: unknown): boolean {
  if (typeof value === 'string') return true
  return isMapping(value) && ['name', 'title', '名前', 'handle'].some((key) => typeof value[key] === 'string')
}

function isAddress(value: unknown): boolean {
  const url = isMapping(value) ? value['url'] : value
  return typeof url === 'string' && /^https?:\/\//i.test(url)
}
