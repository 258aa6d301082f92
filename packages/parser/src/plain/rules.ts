import type { Rule } from '../rule.ts'

/** Diagnostics of plain text, by a short key for the code that reports it. */
export const plainRule = {} as const satisfies Record<string, Rule>
