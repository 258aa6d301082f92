import type { FileRole } from '../context.ts'
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
  { level: 'event' },
  { level: 'section' },
  ...kinds.flatMap((sessions): State[] => [
    { level: 'session', sessions },
    { level: 'section', sessions },
  ]),
]

/** Against what the author or the kind of file rules out; finite, so that there is always a best row of levels. */
const unlikely = -1e6

/** What it costs to be rare: an event needs evidence, a section is what a title mostly is. */
const prior: Record<Level, number> = { event: -1.5, session: -0.5, section: 0 }

/** How well one state follows another; undefined where it cannot. */
function follow(from: State | undefined, to: State, opening: Opening): number | undefined {
  if (to.level === 'event') return from?.level === 'event' ? -2 : 0
  if (!from)
    return to.level === 'section'
      ? to.sessions
        ? undefined
        : -3
      : to.sessions === opening
        ? -1.5
        : undefined
  if (to.level === 'section') {
    if (from.sessions !== to.sessions) return undefined
    return from.level === 'event' ? -0.5 : 0
  }
  if (!from.sessions) {
    // the first session says how those of its event begin; sections of the event seldom stand before it
    if (to.sessions !== opening) return undefined
    return (opening === 'plain' ? -1.5 : 0) + (from.level === 'section' ? -3 : 0)
  }
  if (from.sessions !== to.sessions) return undefined
  if (opening === to.sessions) return 1
  return opening === 'plain' ? -3 : -1
}

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
  const step: Step = (at, from, to) => {
    const fit = follow(from, states[to] as State, openings[at] as Opening)
    return fit === undefined ? Number.NEGATIVE_INFINITY : fit + (table[at]?.[to] ?? 0)
  }
  const ahead = forward(titles.length, step)
  const behind = backward(titles.length, step)
  return titles.map((title, at) => {
    const best = new Map<Level, number>()
    for (const [index, state] of states.entries()) {
      const total = (ahead[at]?.[index] ?? 0) + (behind[at]?.[index] ?? 0)
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

type Step = (at: number, from: State | undefined, to: number) => number

/** The best score of each title's states, with what stands before it. */
function forward(length: number, step: Step): number[][] {
  const table: number[][] = []
  for (let at = 0; at < length; at++) {
    const above = table[at - 1]
    table.push(
      states.map((_, to) =>
        above
          ? Math.max(...above.map((score, from) => score + step(at, states[from], to)))
          : step(at, undefined, to),
      ),
    )
  }
  return table
}

/** The best score of what stands behind each title's states. */
function backward(length: number, step: Step): number[][] {
  const table: number[][] = Array.from({ length }, () => [])
  for (let at = length - 1; at >= 0; at--) {
    const below = table[at + 1]
    table[at] = states.map((state) =>
      below ? Math.max(...below.map((score, to) => score + step(at + 1, state, to))) : 0,
    )
  }
  return table
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
