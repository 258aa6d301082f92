import type { FileRole } from '../context.ts'
import { bestThrough } from './best-rows.ts'
import { type Opening, openingOf } from './openings.ts'
import type { Level, TitleLine } from './sign.ts'
import { signs } from './signs.ts'

/** What a title was found to be. */
export interface Reading {
  title: TitleLine
  level: Level
  /** The sign that spoke for it most. */
  sign: string
  /** The level that comes next, and by how much it is behind. */
  other?: { level: Level; margin: number }
}

const kinds: readonly Opening[] = ['members', 'key', 'url', 'by', 'plain']

/**
 * States of a title: what it is, and how the sessions of its event begin (undefined before its first session).
 * A section in a state without sessions is the event's own.
 */
interface State {
  level: Level
  sessions?: Opening
}

const states: readonly State[] = [
  { level: 'section' },
  ...kinds.map((sessions): State => ({ level: 'section', sessions })),
  ...kinds.map((sessions): State => ({ level: 'session', sessions })),
  { level: 'event' },
]

/** Against what the author or the kind of file rules out; finite, so that there is always a best row of levels. */
const unlikely = -1e6

/** What it costs to be rare: an event needs evidence, a section is what a title mostly is. */
const prior: Record<Level, number> = { event: -1.5, session: -0.5, section: 0 }

/** How well one state follows another; undefined where it cannot. */
function follow(from: State | undefined, to: State, opening: Opening): number | undefined {
  if (to.level === 'event') return from?.level === 'event' ? -2 : 0
  if (to.level === 'section') {
    if (from?.sessions !== to.sessions) return undefined
    return from ? (from.level === 'event' ? -0.5 : 0) : -3
  }
  if (from?.sessions) {
    if (from.sessions !== to.sessions) return undefined
    return opening === to.sessions ? 1 : opening === 'plain' ? -3 : -1
  }
  // the first session says how those of its event begin; sections of the event seldom stand before it
  if (to.sessions !== opening) return undefined
  if (!from) return -1.5
  return (opening === 'plain' ? -1.5 : 0) + (from.level === 'section' ? -3 : 0)
}

/** By the opening of a title: how well each state follows the start of the text (row 0) and each other state. */
const fits = Object.fromEntries(
  kinds.map((opening) => [
    opening,
    [undefined, ...states].map((from) =>
      states.map((to) => follow(from, to, opening) ?? Number.NEGATIVE_INFINITY),
    ),
  ]),
) as Record<Opening, number[][]>

/** What is known beside the titles themselves. */
export interface LevelOptions {
  role: FileRole
  /** The level that the author states for a title. */
  hint?: (title: TitleLine) => Level | undefined
  /** Levels that the text has none of. */
  without?: ReadonlySet<Level>
}

/** Which states a title may have in a file of a role. */
function allowed(state: State, { role, without }: LevelOptions, first: boolean): boolean {
  if (without?.has(state.level)) return false
  if (role === 'session') return first ? state.level === 'session' : state.level === 'section'
  if (role === 'event') return first ? state.level === 'event' : state.level === 'section' && !state.sessions
  return true
}

/**
 * Finds the level of each title: the row of levels that the signs and the order of the titles speak for most.
 * Time grows linearly with the number of titles.
 */
export function findLevels(titles: readonly TitleLine[], options: LevelOptions): Reading[] {
  const scores = titles.map(scoreLevels)
  const openings = titles.map(openingOf)
  const table = titles.map((title, at) => {
    const wanted = options.hint?.(title)
    return states.map((state) => {
      const may = wanted ? state.level === wanted : allowed(state, options, at === 0)
      return (scores[at]?.[state.level].score ?? 0) + prior[state.level] + (may ? 0 : unlikely)
    })
  })
  const steps = openings.map((opening, at) => ({ fit: fits[opening], scores: table[at] as number[] }))
  const totals = bestThrough(steps)
  return titles.map((title, at) => {
    const best = new Map<Level, number>()
    for (const [index, state] of states.entries()) {
      const total = totals[at]?.[index] ?? 0
      best.set(state.level, Math.max(best.get(state.level) ?? Number.NEGATIVE_INFINITY, total))
    }
    const ranked = [...best].toSorted((a, b) => b[1] - a[1])
    const [first, second] = ranked
    const level = first?.[0] ?? 'section'
    const reading: Reading = { title, level, sign: scores[at]?.[level].sign ?? 'order' }
    if (first && second) reading.other = { level: second[0], margin: first[1] - second[1] }
    return reading
  })
}

function scoreLevels(title: TitleLine): Record<Level, { score: number; sign: string }> {
  const levels = {
    event: { score: 0, sign: 'order', most: 0 },
    session: { score: 0, sign: 'order', most: 0 },
    section: { score: 0, sign: 'order', most: 0 },
  }
  for (const sign of signs) {
    if (!sign.levels || !sign.test(title)) continue
    for (const level of ['event', 'session', 'section'] as const) {
      const weight = sign.levels[level] ?? 0
      levels[level].score += weight
      if (weight > levels[level].most) Object.assign(levels[level], { sign: sign.id, most: weight })
    }
  }
  return levels
}
