import type { Rule } from '../rule.ts'

/** Diagnostics of the constructs, by a short key for the code that reports it. */
export const syntaxRule = {} as const satisfies Record<string, Rule>
