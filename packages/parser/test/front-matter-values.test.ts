import { describe, expect, it } from 'vitest'
import { parseNotes, ruleOf } from '../src/index.ts'

const rulesOf = (source: string) => parseNotes(source, { role: 'session' }).messages.map(ruleOf)

describe('values of front matter that have no effect', () => {
  it.each([
    'title: {a: 1}',
    'id: [1]',
    'id: 開会',
    'draft: maybe',
    'levels: 9',
    'levels: {event: 12}',
    'date: 2019-02-30',
    'dates: [2019-13-45]',
    'date: soon',
    'date: true',
    'speakers: 3',
    'speakers: [{role: 司会}]',
    'urls: example.com',
    'series: [a]',
    'speeker: 山田',
    'Title: 話',
  ])('%s is reported at its place', (line) => {
    const { messages } = parseNotes(`---\nvenue: 三階\n${line}\n---\n# 話\n`, { role: 'session' })
    expect(messages.map(ruleOf)).toEqual(['parser/front-matter-value'])
    expect(messages[0]?.line).toBe(3)
  })

  it('a key that stands twice is reported where it stands the second time', () => {
    const { messages } = parseNotes('---\nvenue: 三階\nvenue: 四階\n---\n# 話\n', { role: 'session' })
    expect(messages).toMatchObject([
      { line: 3, column: 1, reason: expect.stringContaining('“venue” stands twice') },
    ])
  })

  it.each([
    'title: 2024',
    'id: 5',
    'draft: false',
    'levels: {event: 1}',
    'title:',
    'constructor: x',
    'date: 2019',
    'dates: [2019-01-13, 5/12]',
    'date: 2024-02-29',
    'date: 2019-08-30T19:00:00+09:00',
    'speakers: [山田, {name: 佐藤}]',
    'tags: [a]',
    'layout: post',
    'author: 山田',
    'slides: https://a.example/x',
  ])('%s is none', (line) => {
    expect(rulesOf(`---\n${line}\n---\n# 話\n`)).toEqual([])
  })
})

describe('a missing title', () => {
  it.each([
    ['a session', '- 題のない話\n'],
    ['an empty heading', '# \n\n- 話\n'],
  ])('is reported: %s', (_, source) => {
    expect(rulesOf(source)).toEqual(['parser/untitled'])
  })

  it('is none where the front matter has it', () => {
    expect(rulesOf('---\ntitle: 話\n---\n\n- 点\n')).toEqual([])
  })
})

it('an id is short enough to name a file', () => {
  const { tree } = parseNotes('# 話\n', { file: `${'a'.repeat(250)}.md`, role: 'session' })
  expect(tree.children[0]?.children[0]).toMatchObject({ id: 'a'.repeat(100) })
})
