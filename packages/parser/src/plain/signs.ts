import type { Sign, TitleLine } from './sign.ts'
import { levelSigns } from './signs/level.ts'
import { proseSigns } from './signs/prose.ts'
import { titleSigns } from './signs/title.ts'

/** The table of everything that speaks for or against a title and its level. */
export const signs: Sign[] = [...proseSigns, ...titleSigns, ...levelSigns]

/** Sum of what the signs say on whether a line is a title: at least 1, and it is one. */
export function scoreTitle(line: TitleLine): number {
  let score = 0
  for (const sign of signs) if (sign.title !== undefined && sign.test(line)) score += sign.title
  return score
}
