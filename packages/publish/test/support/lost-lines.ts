/**
 * The lines of notes that an ePub does not show whole, and in their order within their session. What books do to
 * lines on purpose is listed in `shown-text.ts` and `spoken-lines.ts`; anything else counts as lost.
 */
import { type ShownChapter, shownChapter } from './shown-text.ts'
import type { NotesLine } from './spoken-lines.ts'

/** Each lost line as `file:line letters`. */
export function lostLines(lines: readonly NotesLine[], files: ReadonlyMap<string, string>): string[] {
  const chapters = new Map<string, NotesLine[]>()
  for (const line of lines) chapters.set(line.ownerId, [...(chapters.get(line.ownerId) ?? []), line])
  return [...chapters].flatMap(([id, own]) => lostFrom(shownChapter(files.get(`${id}.xhtml`) ?? ''), own))
}

/** The lines that one chapter does not show. */
export function lostFrom(chapter: ShownChapter, lines: readonly NotesLine[]): string[] {
  return lines.flatMap(({ place, readings }) =>
    take(chapter, readings) ? [] : [`${place} ${readings[0]?.source}`],
  )
}

/**
 * Finds a line behind the one before it; what stands elsewhere on purpose, in its place. Lines that follow at once
 * come first, so that a short line is not found too far away.
 */
function take(chapter: ShownChapter, readings: readonly RegExp[]): boolean {
  const found = readings.map((reading) => {
    reading.lastIndex = chapter.end
    const match = reading.exec(chapter.text)
    return match ? { start: match.index, end: reading.lastIndex } : undefined
  })
  const next = found.find((match) => match?.start === chapter.end)
  if (!next && readings.some((reading) => chapter.elsewhere.search(reading) >= 0)) return true
  const match = next ?? found.find((other) => other !== undefined)
  if (match) chapter.end = match.end
  return match !== undefined
}
