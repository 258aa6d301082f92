import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseNotes, type Person } from '../../src/index.ts'
import { drawSample, notesBelow } from './sample.ts'
import { hasTestData, testData } from '../support/test-data.ts'

/**
 * What a reader found: for each file the people and groups that its titles, labelled lines, member blocks, bullets and
 * front matter present as speakers, each with the names under which the collection writes them. People who are only
 * mentioned in prose are not among them.
 */
const judged = JSON.parse(readFileSync(join(import.meta.dirname, 'speakers.json'), 'utf8')) as Record<
  string,
  string[][]
>

const fold = (name: string): string => name.normalize('NFKC').toLowerCase()

function speakersOf(source: string): Set<string> {
  const names = new Set<string>()
  const visit = (node: { speakers?: Person[]; children?: unknown[] }): void => {
    for (const person of node.speakers ?? []) names.add(fold(person.name))
    for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0])
  }
  visit(parseNotes(source).tree)
  return names
}

describe.skipIf(!hasTestData)('speakers of 100 notes by others', () => {
  const root = join(testData, 'corpora')

  it('were drawn by a seeded shuffle', () => {
    expect(Object.keys(judged).toSorted()).toEqual(drawSample(notesBelow(root), 100, 2026).toSorted())
  })

  it('are found', { timeout: 60_000 }, () => {
    const count = { found: 0, right: 0, expected: 0, reached: 0 }
    const wrong: string[] = []
    for (const [file, people] of Object.entries(judged)) {
      const names = speakersOf(readFileSync(join(root, file), 'utf8'))
      const known = new Set(people.flat().map(fold))
      const extra = [...names].filter((name) => !known.has(name))
      const missing = people.filter((aliases) => !aliases.some((name) => names.has(fold(name))))
      count.found += names.size
      count.right += names.size - extra.length
      count.expected += people.length
      count.reached += people.length - missing.length
      wrong.push(
        ...extra.map((name) => `+ ${file}: ${name}`),
        ...missing.map(([name]) => `- ${file}: ${name}`),
      )
    }
    const { found, right, expected, reached } = count
    process.stdout.write(
      `speakers: ${right} of ${found} found are right, ${reached} of ${expected} were found\n${wrong.join('\n')}\n`,
    )
    expect(right / found).toBeGreaterThan(0.97)
    expect(reached / expected).toBeGreaterThan(0.97)
  })
})
