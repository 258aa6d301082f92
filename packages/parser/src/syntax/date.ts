import type { DateParts, NotesDate } from '../nodes.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const eras: Record<string, number> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 }

/** A day, from the forms with most parts to those with least. Groups: y, m, d, name, era. */
const dayForms = [
  String.raw`(?:(?<era>明治|大正|昭和|平成|令和)\s?(?<ey>\d{1,2}|元)\s?年|(?<y>\d{4})\s?年)(?:度)?\s?(?:(?<m>\d{1,2})\s?月\s?(?:(?<d>\d{1,2})\s?日)?)?`,
  String.raw`(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日`,
  String.raw`(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?=T\d|(?![\d/.-]\d))`,
  String.raw`(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{4})(?!\d)`,
  String.raw`(?<d>\d{2})\.(?<m>\d{2})\.(?<y>(?:19|20)\d{2})(?![.\d])`,
  String.raw`${monthName}\s?(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s?,?\s?(?<y>\d{4}))?(?!\d|:\d)`,
  String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?${monthName}(?:,?\s(?<y>\d{4}))?(?![\p{L}\d])`,
  String.raw`${monthName}\s(?<y>\d{4})(?!\d)`,
  String.raw`(?<m>\d{1,2})/(?<d>\d{1,2})(?![\d/]|\.\d|%|割|人|回|個)`,
].map((form) => new RegExp(form, 'iuy'))
/** The second day of a range that shares the month: `16–17`, `19日`. */
const dayAlone = /(?<d>\d{1,2})(?:日|st|nd|rd|th)?(?![\d:/.時月年])(?:\s?,?\s?(?<y>\d{4})(?!\d|:\d))?/iuy
const weekday =
  /\s?(?:[(（]\s?[月火水木金土日](?:曜日?)?(?:[・/／,、]?\s?[祝休]日?)?\s?[)）]|[(（]?(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?[)）]?(?![\p{L}])|[月火水木金土日]曜日?)/iuy
const weekdayFirst = /(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s/iuy
const clock =
  /(?<half>午前|午後|am|pm)?\s?(?<h>\d{1,2})(?:[:：](?<min>\d{2})(?::\d{2})?(?:\.\d+)?|時(?:(?<jmin>\d{1,2})分|(?<jhalf>半))?|(?=\s?[ap]\.?m\b))\s?(?<ap>[ap])?(?:\.?m\b\.?)?/iuy
const between = /\s?(?:[〜~～–—―-]|から|to\b|until\b|→)\s?/iuy
const gap = /(?:T(?=\d)|[ \u3000]?(?:[,、]|at|@)?[ \u3000]?)/uy
const zoneForm =
  /[ \u3000]?[(（]?(?<zone>JST|UTC|GMT|PST|PDT|EST|EDT|CST|CDT|MST|MDT|CET|CEST|BST|IST|KST|SGT|AEST|(?:UTC|GMT)?[+-]\d{2}:?\d{2}(?!\d)|Z(?![\p{L}\d]))[)）]?/uy
const beginning = /\d|[a-zA-Z明大昭平令午]/

/**
 * Reads the first date of a text, or all of them: `2018年6月30日（土）`, `2024/03/14 (Thu)`,
 * `10/19(土) 13:00 〜 17:00`, `13:00-17:00 JST`, `MAY 16–17, 2016`. What is not said is left out: no year is guessed.
 *
 * `text` is as written; its offset in `source` comes beside it.
 */
export function findDates(
  source: string,
  limit = Infinity,
): { date: NotesDate; start: number; end: number }[] {
  // Full-width digits and marks have the same length, so that offsets stay.
  const text = source.replace(/[０-９／：－]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
  const found: { date: NotesDate; start: number; end: number }[] = []
  let at = 0
  while (at < text.length && found.length < limit) {
    if (!beginning.test(text[at] ?? '') || (at > 0 && isJoined(text, at))) {
      at++
      continue
    }
    const read = readDate(text, at)
    if (read) {
      while (/\s/.test(text[read.end - 1] ?? '')) read.end--
      found.push({ date: { text: source.slice(at, read.end), ...read.facts }, start: at, end: read.end })
      at = read.end
    } else at++
  }
  return found
}

/** The date, if a text is nothing else. */
export function parseDate(text: string): NotesDate | undefined {
  const trimmed = text.trim().replace(/[。.、,]$/, '')
  if (!trimmed || trimmed.length > 100) return undefined
  const [first] = findDates(trimmed, 1)
  return first && first.start === 0 && first.end === trimmed.length ? first.date : undefined
}

/** Whether a place in a text is the middle of a number or a word. */
function isJoined(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const unit = text[at] ?? ''
  if (/\d/.test(unit)) {
    return /\d/.test(before) || /[A-Za-z_#$]/.test(before)
      ? before !== 'T'
      : /\d[.:/]$/.test(text.slice(Math.max(0, at - 2), at))
  }
  return /[a-z]/i.test(unit) && /[\p{L}\d]/u.test(before)
}

interface Facts {
  start: DateParts
  end?: DateParts
  zone?: string
}

function readDate(text: string, from: number): { facts: Facts; end: number } | undefined {
  const cursor = new Cursor(text, from)
  cursor.take(weekdayFirst)
  const day = readDay(cursor)
  if (!day && cursor.at > from) return undefined
  if (day) cursor.take(weekday)
  const start: DateParts = { ...day }
  const time = readTime(cursor, Boolean(day))
  if (time) start.time = time
  if (!day && !time) return undefined
  const facts: Facts = { start }
  const end = readEnd(cursor, start)
  if (end) facts.end = end
  const zone = start.time === undefined ? undefined : cursor.take(zoneForm)?.zone
  if (zone) facts.zone = zone
  return { facts, end: cursor.at }
}

/** What stands behind `〜`: a time, a day, or both. */
function readEnd(cursor: Cursor, start: DateParts): DateParts | undefined {
  const mark = cursor.at
  if (!cursor.take(between)) return undefined
  const day = readDay(cursor)
  if (day) {
    cursor.take(weekday)
    const shared =
      start.year !== undefined && day.year === undefined && !isBefore(day, start) ? { year: start.year } : {}
    const time = readTime(cursor, true)
    return { ...shared, ...day, ...(time ? { time } : {}) }
  }
  const time = readTime(cursor, false, start.time)
  if (time) return { ...start, time }
  const alone = start.day === undefined ? undefined : cursor.take(dayAlone)
  const value = Number(alone?.d)
  if (alone && value > (start.day ?? 31) && value <= 31) {
    if (alone.y && start.year === undefined) start.year = Number(alone.y)
    cursor.take(weekday)
    return { ...start, day: value }
  }
  cursor.at = mark
  return undefined
}

function isBefore(day: DateParts, start: DateParts): boolean {
  return (day.month ?? 0) * 40 + (day.day ?? 0) < (start.month ?? 0) * 40 + (start.day ?? 0)
}

function readDay(cursor: Cursor): DateParts | undefined {
  for (const form of dayForms) {
    const mark = cursor.at
    const found = cursor.take(form)
    if (!found) continue
    const month = found.name ? months.indexOf(found.name.slice(0, 3).toLowerCase()) + 1 : Number(found.m)
    const year = found.era
      ? (eras[found.era] ?? 0) + (found.ey === '元' ? 1 : Number(found.ey))
      : Number(found.y)
    const day = Number(found.d)
    if ((found.d && (day < 1 || day > 31)) || ((found.m || found.name) && (month < 1 || month > 12))) {
      cursor.at = mark
      continue
    }
    const parts: DateParts = {}
    if (year) parts.year = year
    if (month) parts.month = month
    if (day) parts.day = day
    return parts
  }
  return undefined
}

/** A time of day as `HH:MM`; behind a day a gap may stand before it. */
function readTime(cursor: Cursor, behindDay: boolean, from?: string): string | undefined {
  const mark = cursor.at
  if (behindDay) cursor.take(gap)
  const found = cursor.take(clock)
  const hour = Number(found?.h)
  const minute = Number(found?.min ?? found?.jmin ?? (found?.jhalf ? 30 : 0))
  if (
    !found ||
    hour > 29 ||
    minute > 59 ||
    (found.min === undefined &&
      !behindDay &&
      !found.ap &&
      !found.half &&
      found.jmin === undefined &&
      !cursor.before('時'))
  ) {
    cursor.at = mark
    return undefined
  }
  const half = (found.half ?? found.ap ?? '').toLowerCase()
  const isAfternoon = half.startsWith('p') || half === '午後'
  const isMorning = half.startsWith('a') || half === '午前'
  // `午後3時〜5時`: the half of the day is said once.
  const isShared =
    !half && from !== undefined && cursor.saidHalf && hour < 12 && hour < Number(from.slice(0, 2))
  if (half) cursor.saidHalf = true
  const full = (isAfternoon || isShared) && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A place in a text that moves over what a sticky pattern matches. */
class Cursor {
  text: string
  at: number
  /** Whether a time said 午前, 午後, am or pm. */
  saidHalf = false

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  take(pattern: RegExp): Record<string, string | undefined> | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return undefined
    this.at = pattern.lastIndex
    return found.groups ?? {}
  }

  before(unit: string): boolean {
    return this.text[this.at - 1] === unit
  }
}
