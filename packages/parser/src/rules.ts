import { plainRule } from './plain/rules.ts'
import type { Rule } from './rule.ts'
import { syntaxRule } from './syntax/rules.ts'

/** Diagnostics of reading a file, by a short key for the code that reports it. */
export const rule = {
  frontMatter: {
    id: 'parser/front-matter',
    level: 'warning',
    summary: 'The front matter cannot be read, so its keys have no effect.',
    hint: 'Write `key: value` lines between two lines of `---`, or close the fence.',
    example: '---\ntitle: "open\n---',
  },
} as const satisfies Record<string, Rule>

/** The table of rules of this package. */
export const rules: Rule[] = [rule, plainRule, syntaxRule].flatMap((table) => Object.values<Rule>(table))
