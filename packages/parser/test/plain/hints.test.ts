import { describe, expect, it } from 'vitest'
import { parseNotes, ruleOf } from '../../src/index.ts'
import { matches } from '../../src/plain/hints.ts'
import { outlineOf } from '../support/outline.ts'

const doubtful =
  '春の集まり 2021\n\n型の話\n\n登壇者\n\n• 山田\n\n設計\n\n• 一つ\n\n星の夜\n\n値の話\n\n登壇者\n\n• 鈴木\n\n実装\n\n• 二つ\n'

describe('hints settle what plain text leaves open', () => {
  it('says that a title may be read in two ways', () => {
    const { tree, messages } = parseNotes(doubtful, { input: 'text' })
    expect(outlineOf(tree)).toHaveLength(1)
    const doubt = messages.find((message) => ruleOf(message) === 'parser/plain-level')
    expect(doubt?.reason).toContain('星の夜')
    expect(doubt?.note).toContain('events: ["星の夜"]')
    expect(doubt?.line).toBe(13)
  })

  it('takes them from the front matter', () => {
    const { tree, messages } = parseNotes(`---\nevents: ["星の夜"]\n---\n${doubtful}`, { input: 'text' })
    expect(outlineOf(tree).map(({ title }) => title)).toEqual(['春の集まり 2021', '星の夜'])
    expect(messages.map(ruleOf)).not.toContain('parser/plain-level')
  })

  it('takes them from the caller, with * for a part of a title', () => {
    const { tree } = parseNotes(doubtful, {
      input: 'text',
      titles: { events: ['星*'], sections: ['値の話'] },
    })
    expect(outlineOf(tree)[1]).toMatchObject({ title: '星の夜', sections: ['値の話', '登壇者', '実装'] })
  })

  it('makes titles of prose and prose of titles', () => {
    const text = '会場\n\n• 広い\n\n帰りは歩きました\n\n• 涼しい\n\n夜\n\n• 静か'
    const { tree } = parseNotes(text, { input: 'text', titles: { sections: ['帰りは*'], prose: ['夜'] } })
    expect(outlineOf(tree)[0]?.sections).toEqual(['帰りは歩きました'])
  })

  it('takes the numbers of # that the author gives', () => {
    const text = '---\nlevels: {event: 0, session: 1}\n---\n# 型の話\n\n• 一つ\n\n# 値の話\n\n• 二つ'
    const { tree } = parseNotes(text, { input: 'text' })
    expect(outlineOf(tree)[0]?.sessions.map(({ title }) => title)).toEqual(['型の話', '値の話'])
  })

  it('reports a hint that no title is like, at its place', () => {
    const { messages } = parseNotes('---\nevents:\n  - 夏の集まり\n---\n春の集まり\n\n• 一つ', {
      input: 'text',
    })
    const message = messages.find((found) => ruleOf(found) === 'parser/plain-hint')
    expect(message?.line).toBe(3)
    expect(message?.reason).toContain('夏の集まり')
  })

  it.each([
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['*b*', 'abc', true],
    ['ab*bc', 'abc', false],
    ['abc', 'abcd', false],
    ['a*b*c', 'a-b-b-c', true],
  ])('compares %s with %s', (pattern, text, like) => {
    expect(matches(pattern, text)).toBe(like)
  })
})
