import { describe, expect, it } from 'vitest'
import { parseNotes, ruleOf } from '../src/index.ts'

const rulesOf = (source: string) => parseNotes(source, { role: 'session' }).messages.map(ruleOf)

describe('values of front matter that have no effect', () => {
  it.each(['title: {a: 1}', 'id: [1]', 'id: 開会', 'draft: maybe', 'levels: 9', 'levels: {event: 12}'])(
    '%s is reported at its place',
    (line) => {
      const { messages } = parseNotes(`---\nvenue: 三階\n${line}\n---\n# 話\n`, { role: 'session' })
      expect(messages.map(ruleOf)).toEqual(['parser/front-matter-value'])
      expect(messages[0]?.line).toBe(3)
    },
  )

  it.each(['title: 2024', 'id: 5', 'draft: false', 'levels: {event: 1}', 'title:', 'constructor: x'])(
    '%s is none',
    (line) => {
      expect(rulesOf(`---\n${line}\n---\n# 話\n`)).toEqual([])
    },
  )
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
