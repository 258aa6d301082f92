import type { ParseContext } from '../context.ts'
import type { Level, TitleLine } from './sign.ts'
import { plainRule } from './rules.ts'

/**
 * What the author says of the titles of plain text: their texts, with `*` for any characters. `prose` names lines
 * that are no titles.
 */
export interface TitleHints {
  events?: readonly string[]
  sessions?: readonly string[]
  sections?: readonly string[]
  prose?: readonly string[]
}

/** What a hint makes of a line. */
export type Hinted = Level | 'prose'

/** The hints that hold for a file, in its front matter and in the options. */
export interface Hints {
  of: (title: TitleLine) => Hinted | undefined
  /** Levels that the text has none of: `levels: {event: 0}`. */
  without: ReadonlySet<Level>
  /** Reports the patterns of the front matter that no title was like. */
  finish: () => void
}

interface Pattern {
  text: string
  level: Hinted
  /** Where it stands in the front matter. */
  path?: [key: string, index: number]
}

const keys = { events: 'event', sessions: 'session', sections: 'section', prose: 'prose' } as const

/** Levels as numbers of `#`; 0 where the text has no titles of that level. */
interface HashLevels {
  event?: number
  session?: number
}

/** Gathers the hints of a file: the front matter wins over the options. */
export function readHints(context: ParseContext, titles: TitleHints = {}, levels: HashLevels = {}): Hints {
  const data = context.frontMatter?.data ?? {}
  const patterns: Pattern[] = []
  for (const [key, level] of Object.entries(keys) as [keyof TitleHints, Hinted][]) {
    for (const [at, text] of stringsOf(data[key]).entries()) patterns.push({ text, level, path: [key, at] })
    for (const text of titles[key] ?? []) patterns.push({ text, level })
  }
  const own = (typeof data['levels'] === 'object' ? (data['levels'] ?? {}) : {}) as Record<string, unknown>
  const hashesOf = (level: 'event' | 'session') => {
    const value = own[level] ?? levels[level]
    return typeof value === 'number' ? value : undefined
  }
  const event = hashesOf('event')
  const session = hashesOf('session')
  const used = new Set<Pattern>()
  return {
    without: new Set([
      ...(event === 0 ? (['event'] as const) : []),
      ...(session === 0 ? (['session'] as const) : []),
    ]),
    of: (title) => {
      const pattern = patterns.find(({ text }) => matches(text, title.text))
      if (pattern) {
        used.add(pattern)
        return pattern.level
      }
      if (title.hashes === undefined || (event === undefined && session === undefined)) return undefined
      return title.hashes <= (event ?? 0) ? 'event' : title.hashes <= (session ?? 0) ? 'session' : 'section'
    },
    finish: () => {
      for (const pattern of patterns) {
        // those of the caller may be meant for other files
        if (used.has(pattern) || !pattern.path) continue
        context.report(plainRule.plainHint, {
          reason: `No title is like “${pattern.text}”.`,
          place: context.frontMatter?.place(...pattern.path),
        })
      }
    },
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Whether a text is like a pattern in which `*` stands for any characters. */
export function matches(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.trim().split('*')
  if (!text.startsWith(head)) return false
  const tail = rest.pop()
  if (tail === undefined) return text === head
  let at = head.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.length - tail.length >= at && text.endsWith(tail)
}
