import type { Rule } from '../rule.ts'

/** Diagnostics of the constructs, by a short key for the code that reports it. */
export const syntaxRule = {
  attribution: {
    id: 'parser/attribution',
    level: 'info',
    summary: 'A label in front of a colon is read as who says it.',
    hint: 'Name the company or person in the member block, or in people.yaml, to make it sure.',
    example: '- メルカリ：週に一度\n- 例示：月に一度',
  },
  citedSource: {
    id: 'parser/cited-source',
    level: 'info',
    summary: '`by` in a bullet is read as naming a source, not a speaker.',
    hint: 'Write `スピーカー：` and the name, or put `by` into the title, where it is a speaker.',
    example: '- 本の題 by 山田',
  },
  groupSpeaker: {
    id: 'parser/group-speaker',
    level: 'info',
    summary: 'A speaker is read as a group by the form of the name.',
    hint: 'Say `kind: person` or `kind: organization` for the name in people.yaml.',
    example: '## 話 by SearchJUG',
  },
  openQuestion: {
    id: 'parser/open-question',
    level: 'info',
    summary: 'A bullet that ends in a question mark stays a point, though bullets stand below it.',
    hint: 'Write `Q:` in front of it, or `→` in front of the answer, to make it a question.',
    example: '- どこから始めるか？\n  - 小さいところから',
  },
} as const satisfies Record<string, Rule>
