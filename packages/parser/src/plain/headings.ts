import type { Heading } from 'mdast'
import type { FileRole, ParseContext } from '../context.ts'
import { isPartTitle } from '../syntax/words.ts'
import type { Hints } from './hints.ts'
import { readPhrasing } from './inline.ts'
import { findLevels, type Reading } from './levels.ts'
import { placeBetween } from './lines.ts'
import { plainRule } from './rules.ts'
import type { Level, TitleLine } from './sign.ts'

/** Depths of headings, as in a Markdown file of the same role. */
const depths: Record<FileRole, Record<Level, Heading['depth']>> = {
  book: { event: 1, session: 2, section: 3 },
  event: { event: 1, session: 2, section: 2 },
  session: { event: 1, session: 1, section: 2 },
}

/** Makes headings of titles, and reports those that may be read in two ways. */
export function readHeadings(
  titles: readonly TitleLine[],
  hints: Hints,
  context: ParseContext,
): Map<TitleLine, Heading> {
  const hashes = new Set(titles.flatMap((title) => title.hashes ?? []))
  const hint = (title: TitleLine): Level | undefined => {
    const hinted = hints.of(title)
    if (hinted !== undefined && hinted !== 'prose') return hinted
    // a heading such as `# QA` is part of a talk at any depth
    if (context.role === 'book' && isPartTitle(title.text.replace(/\s+/g, ' ').trim())) return 'section'
    // several depths of # are the author's own levels
    if (title.hashes === undefined || hashes.size < 2) return undefined
    return title.hashes === 1 ? 'event' : title.hashes === 2 ? 'session' : 'section'
  }
  const readings = findLevels(titles, { role: context.role, hint, without: hints.without })
  return new Map(
    readings.map((reading) => {
      const heading = headingOf(reading, context)
      reportDoubt(reading, heading, context)
      return [reading.title, heading]
    }),
  )
}

function headingOf({ title, level, sign }: Reading, { role, source }: ParseContext): Heading {
  const { line, textStart, textEnd, underline } = title
  return {
    type: 'heading',
    depth: depths[role][level],
    children: readPhrasing(source, [{ line, start: textStart, end: textEnd }]),
    data: { inferred: [{ field: 'depth', rule: sign }] },
    position: placeBetween(line, line.textStart, underline ?? line),
  }
}

function reportDoubt({ title, level, sign, other }: Reading, place: Heading, { report }: ParseContext) {
  if (!other || other.margin > 1.5) return
  report(plainRule.plainLevel, {
    place,
    reason: `“${title.text}” is read as the title of ${article(level)} (rule \`${sign}\`), but may be that of ${article(other.level)}.`,
    hint: `To make it ${article(other.level)}, write \`${other.level}s: [${JSON.stringify(title.text)}]\` in the front matter, or give it with \`--${other.level}s\`.`,
  })
}

function article(level: Level): string {
  return level === 'event' ? 'an event' : `a ${level}`
}
