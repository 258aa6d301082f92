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
  headingSpace: {
    id: 'parser/heading-space',
    level: 'info',
    summary: 'A line that begins with # and has no space behind it is read as a heading.',
    hint: 'Put a space behind the #, or write \\# where the line is no heading.',
    example: '##質疑応答',
  },
  deepList: {
    id: 'parser/deep-list',
    level: 'warning',
    summary: 'This stands more than 100 levels deep, so it is kept as text of the level above.',
    hint: 'Indent it less, or make it a section of its own.',
    example: '- 1\n  - 2\n    - … 101',
  },
} as const satisfies Record<string, Rule>

/** The table of rules of this package. */
export const rules: Rule[] = [rule, plainRule, syntaxRule].flatMap((table) => Object.values<Rule>(table))
