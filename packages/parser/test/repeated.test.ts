import { describe, expect, it } from 'vitest'
import { parseNotes, planImport, ruleOf } from '../src/index.ts'

describe('many messages of one kind in one file', () => {
  it('are given ten times, and then summed up', () => {
    const points = Array.from({ length: 40 }, (_, at) => `- 問い${at}？\n  - 下\n`).join('')
    const { messages } = parseNotes(`# 会\n\n## 話\n\n${points}`)
    expect(messages).toHaveLength(11)
    expect(messages.at(-1)).toMatchObject({ line: 25, reason: expect.stringContaining('29 more') as string })
  })

  it('are all given where there are few', () => {
    const points = Array.from({ length: 11 }, (_, at) => `- 問い${at}？\n  - 下\n`).join('')
    const { messages } = parseNotes(`# 会\n\n## 話\n\n${points}`)
    expect(messages.filter(({ reason }) => reason.includes('more of this kind'))).toEqual([])
    expect(messages).toHaveLength(11)
  })
})

it('a section that an import moves before the sessions is reported', () => {
  const source = '# 会\n\n## 話\n\n- 点\n\n# まとめ\n\n- 終わり\n'
  const { messages } = planImport([{ path: 'notes.md', source }])
  expect(messages.map(ruleOf)).toEqual(['parser/import-order'])
  expect(messages[0]).toMatchObject({ line: 7, file: 'notes.md' })
})
