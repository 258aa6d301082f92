import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseNotes } from '../../src/index.ts'

const folder = join(import.meta.dirname, '../../src/syntax')

interface Example {
  notes: string
  expected: unknown
}

/** The examples in a module's doc comments: notes in a `md` block, and behind it what some node of the tree holds. */
function examplesOf(source: string): Example[] {
  const examples: Example[] = []
  for (const [comment] of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const text = comment.replace(/^[ \t]*\* ?/gm, '')
    let notes: string | undefined
    for (const [, language, body = ''] of text.matchAll(/^```(md|json)\n([\s\S]*?)^```/gm)) {
      if (language === 'md') notes = body
      else if (notes !== undefined) examples.push({ notes, expected: JSON.parse(body) })
    }
  }
  return examples
}

/** Whether a value holds everything that is expected of it; lists have the same length. */
function holds(value: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((item, index) => holds(value[index], item))
    )
  }
  if (typeof expected !== 'object' || expected === null) return value === expected
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(expected).every(([key, item]) => holds((value as Record<string, unknown>)[key], item))
}

function someNode(node: { children?: unknown[] }, test: (node: unknown) => boolean): boolean {
  return (
    test(node) || (node.children ?? []).some((child) => someNode(child as { children?: unknown[] }, test))
  )
}

const modules = readdirSync(folder).map(
  (file) => [file, examplesOf(readFileSync(join(folder, file), 'utf8'))] as const,
)

describe('examples in the constructs', () => {
  for (const [file, examples] of modules) {
    for (const [index, { notes, expected }] of examples.entries()) {
      it(`${file} ${index + 1}: ${JSON.stringify(expected).slice(0, 60)}`, () => {
        const { tree } = parseNotes(notes)
        const isThere = someNode(tree, (node) => holds(node, expected))
        expect(isThere, `no node holds ${JSON.stringify(expected)} in ${JSON.stringify(tree)}`).toBe(true)
      })
    }
  }

  it('stand in every module that is a pass', () => {
    const passes = modules.filter(([file]) =>
      /: SyntaxPass = \(/.test(readFileSync(join(folder, file), 'utf8')),
    )
    expect(passes.length).toBeGreaterThan(10)
    expect(passes.filter(([, examples]) => examples.length === 0).map(([file]) => file)).toEqual([
      'people.ts',
    ])
  })
})
