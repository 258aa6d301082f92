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
  plainLevel: {
    id: 'parser/plain-level',
    level: 'info',
    summary: 'A title of plain text may be that of an event, of a session or of a section.',
    hint: 'Name it in the front matter, under `events`, `sessions` or `sections`.',
    example: '春の集まり\n\n型の話\n\n• 一つ\n\n値の話\n\n• 二つ',
  },
  plainTitle: {
    id: 'parser/plain-title',
    level: 'info',
    summary: 'A line of plain text may be a title or prose.',
    hint: 'Name it in the front matter, under `sections` if it is a title, or else under `prose`.',
    example: '会場\n\n駅から近い。\n\n帰り道\n\n店が多い。',
  },
  plainHint: {
    id: 'parser/plain-hint',
    level: 'warning',
    summary: 'No title is like one that a hint names.',
    hint: 'Write the title as it stands in the text, or with `*` for a part of it.',
    example: '---\nevents: [Spring gathering*]\n---\nAutumn gathering\n\n• one',
  },
} as const satisfies Record<string, Rule>
