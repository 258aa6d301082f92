import type { ParseContext } from './context.ts'
import { slugOf } from './ids.ts'
import { rule } from './rules.ts'

/** What the frame of the tree takes from front matter; the facts of events and sessions are read leniently. */
const kinds: Record<string, { expected: string; isRight: (value: unknown) => boolean }> = {
  title: { expected: 'text', isRight: (value) => ['string', 'number'].includes(typeof value) },
  id: {
    expected: 'ASCII letters, digits and hyphens',
    isRight: (value) => ['string', 'number'].includes(typeof value) && slugOf(String(value)) !== undefined,
  },
  draft: { expected: 'true or false', isRight: (value) => typeof value === 'boolean' },
  levels: {
    expected: '`{event, session}` with numbers of # from 0 to 6',
    isRight: (value) => isMapping(value) && Object.entries(value).every(isLevel),
  },
}

/** Reports values that have no effect. An empty value is as good as none. */
export function checkFrontMatter({ frontMatter, report }: ParseContext): void {
  if (!frontMatter) return
  for (const [key, { expected, isRight }] of Object.entries(kinds)) {
    const value = Object.hasOwn(frontMatter.data, key) ? frontMatter.data[key] : undefined
    if (value === undefined || value === null || value === '' || isRight(value)) continue
    const reason = `Unexpected value of “${key}” in the front matter, expected ${expected}; it has no effect.`
    report(rule.frontMatterValue, { reason, place: frontMatter.place(key) })
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLevel([key, value]: [string, unknown]): boolean {
  return ['event', 'session'].includes(key) && typeof value === 'number' && value >= 0 && value <= 6
}
