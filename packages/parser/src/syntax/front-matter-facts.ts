import type { Event, NotesDate, Session } from '../nodes.ts'
import { findDates } from './date.ts'
import { ownerOfFrontMatter } from './front-matter-speakers.ts'
import type { SyntaxPass } from './index.ts'
import { isNew } from './seen.ts'
import { isSlideUrl } from './urls.ts'

/**
 * Facts in the front matter: `dates`, `venue`, `series`, `edition`, `urls` of an event, `date`, `url` and `slides`
 * of a session.
 *
 * ```md
 * ---
 * date: 2024-05-12 13:00 JST
 * venue: 中央公会堂
 * series: 検索の会
 * url: https://example.com/
 * ---
 *
 * # 会
 * ```
 *
 * ```json
 * {"type": "event", "venue": "中央公会堂", "series": "検索の会", "urls": [{"url": "https://example.com/"}],
 *  "dates": [{"start": {"year": 2024, "month": 5, "day": 12, "time": "13:00"}, "zone": "JST"}]}
 * ```
 */
export const frontMatterFacts: SyntaxPass = (tree, context) => {
  const matter = context.frontMatter
  const [event] = tree.children
  if (!matter || !event) return
  const { data } = matter
  const owner = ownerOfFrontMatter(event, context.role)
  const dates = dateKeys.flatMap((key) => listOf(data[key]).flatMap(datesOf))
  if (dates.length) {
    const own = context.role === 'session' ? owner : event
    own.dates = [
      ...dates,
      ...(own.dates ?? []).filter((date) => !dates.some(({ text }) => text === date.text)),
    ]
  }
  setText(event, 'venue', data['venue'] ?? data['place'] ?? data['location'] ?? data['会場'])
  setText(event, 'series', data['series'])
  setText(event, 'edition', data['edition'] ?? data['no'])
  for (const key of urlKeys) for (const value of listOf(data[key])) addUrl(owner, value, key)
}

const dateKeys = ['dates', 'date', 'day', '日時', '日程', '開催日'] as const
const urlKeys = [
  'urls',
  'url',
  'link',
  'links',
  'connpass',
  'slides',
  'slide',
  'video',
  'videos',
  'youtube',
  'streamUrl',
] as const

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function datesOf(value: unknown): NotesDate[] {
  if (value instanceof Date && Number.isFinite(value.getTime()))
    return datesOf(value.toISOString().slice(0, 10))
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > 200) return []
  const found = findDates(text, 5).map(({ date }) => date)
  return found.length || !/^\d{4}$/.test(text) ? found : [{ text, start: { year: Number(text) } }]
}

function setText(event: Event, field: 'venue' | 'series' | 'edition', value: unknown): void {
  if (typeof value === 'string' && value.trim()) event[field] = value.trim()
  else if (typeof value === 'number') event[field] = String(value)
}

function addUrl(owner: Event | Session, value: unknown, key: string): void {
  const record =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { url: value }
  const { url, label } = record
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return
  const isSlide = owner.type === 'session' && (/^(?:slide|video|youtube)/.test(key) || isSlideUrl(url))
  const list = isSlide ? owner.slides : owner.urls
  if (list.some((known) => known.url === url)) return
  isNew(list, url)
  list.push(typeof label === 'string' ? { url, label } : { url })
}
