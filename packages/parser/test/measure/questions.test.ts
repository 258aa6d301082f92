import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type NotesNode, parseNotes } from '../../src/index.ts'
import { hasTestData, readTestNotes, testData } from '../support/test-data.ts'

/** The lines on which a reader found a question, in one collection and in the first user's notes. */
const judged = JSON.parse(readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8')) as Record<
  string,
  number[]
>

function questionLines(source: string, file: string): number[] {
  const lines: number[] = []
  const visit = (node: NotesNode): void => {
    if (node.type === 'question') lines.push(node.position?.start.line ?? 0)
    if ('children' in node) for (const child of node.children) visit(child as NotesNode)
  }
  visit(parseNotes(source, { file }).tree)
  return lines
}

describe.skipIf(!hasTestData)('questions in one collection and in the first notes', () => {
  it('are found', { timeout: 60_000 }, () => {
    const count = { found: 0, right: 0, expected: 0 }
    const wrong: string[] = []
    const files = readTestNotes()
      .map(({ path }) => path)
      .filter((path) => path in judged || path.includes('lastcoolnameleft'))
    for (const file of files) {
      const expected = new Set(judged[file])
      const found = questionLines(readFileSync(join(testData, file), 'utf8'), file)
      const right = found.filter((line) => expected.has(line))
      count.found += found.length
      count.right += right.length
      count.expected += expected.size
      for (const line of found) if (!expected.has(line)) wrong.push(`+ ${file}:${line}`)
      for (const line of expected) if (!found.includes(line)) wrong.push(`- ${file}:${line}`)
    }
    const { found, right, expected } = count
    process.stdout.write(
      `questions: ${right} of ${found} found are right, of ${expected} expected\n${wrong.join('\n')}\n`,
    )
    expect(right / found).toBeGreaterThan(0.9)
    expect(right / expected).toBeGreaterThan(0.9)
  })
})
