import type { Rule } from '../rule.ts'

/** Diagnostics of plain text, by a short key for the code that reports it. */
export const plainRule = {
  plainDepth: {
    id: 'parser/plain-depth',
    level: 'warning',
    summary: 'A list is nested too deep; what lies deeper is kept as text of the item above it.',
    hint: 'Indent it less, or make a section of it.',
    example: '• 1\n  • 2\n    • 3 … and so on for more than 100 levels',
  },
} as const satisfies Record<string, Rule>
