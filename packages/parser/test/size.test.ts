import { describe, expect, it } from 'vitest'
import { parseNotes, ruleOf } from '../src/index.ts'
import { lossesOf } from './support/coverage.ts'

function depthOf(node: unknown): number {
  const children = (node as { children?: unknown[] }).children ?? []
  const own = (node as { type: string }).type === 'list' ? 1 : 0
  return own + Math.max(0, ...children.map(depthOf))
}

describe('size', () => {
  it('keeps list levels beyond 100 as text, and says so', () => {
    const source = Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n')
    const { tree, messages } = parseNotes(source)
    expect(depthOf(tree)).toBe(100)
    expect(messages.map(ruleOf)).toContain('parser/deep-list')
    expect(messages.find(({ ruleId }) => ruleId === 'deep-list')).toMatchObject({ line: 101 })
    expect(lossesOf(source, tree)).toEqual([])
  })

  it.each([
    ['items on one line', `${'- '.repeat(1000)}a`],
    ['quotes', `${'>'.repeat(5000)}a`],
    ['emphasis', `${'*a '.repeat(3000)}b${' c*'.repeat(3000)}`],
    ['emphasis in one run', `${'*'.repeat(3000)}a${'*'.repeat(3000)}`],
    ['marks that are never closed', `${'*_'.repeat(3000)}a`],
    ['links', `${'['.repeat(1000)}a${'](x)'.repeat(1000)}`],
    ['images', `${'!['.repeat(1000)}a${'](x)'.repeat(1000)}`],
    [
      'lists in quotes',
      Array.from({ length: 300 }, (_, level) => `> ${'  '.repeat(level)}- ${level}`).join('\n'),
    ],
  ])('limits %s', (_, source) => {
    const { tree, messages } = parseNotes(source)
    expect(messages.map(ruleOf)).toContain('parser/deep-list')
    expect(lossesOf(source, tree)).toEqual([])
  })

  it('reads a line of 50,000 characters', () => {
    const source = `# 会\n\n- ${'長い文、'.repeat(12_500)}`
    expect(lossesOf(source, parseNotes(source).tree)).toEqual([])
  })

  it('reads 100,000 bullets of plain text', () => {
    const { tree } = parseNotes('• a\n'.repeat(100_000), { input: 'text' })
    expect(tree.children[0]?.children[0]).toMatchObject({ type: 'list', children: { length: 100_000 } })
  })

  it('reads 20,000 paragraphs under one title in time that grows with their number', () => {
    const { tree } = parseNotes(`# 会\n\n${'行\n\n'.repeat(20_000)}`)
    expect(tree.children[0]?.children).toHaveLength(20_001)
  })

  it('refuses a million bullets, and keeps them as they are', () => {
    const source = `---\nid: x\n---\n${'- a\n'.repeat(1_000_000)}`
    const { tree, messages } = parseNotes(source)
    expect(messages.map(ruleOf)).toEqual(['parser/too-large'])
    expect(tree.children[0]?.children.map(({ type }) => type)).toEqual(['yaml', 'verbatim'])
    expect(tree.children[0]?.children[1]).toMatchObject({ syntax: 'too-large', value: source.slice(14) })
  })
})
