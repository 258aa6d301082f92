import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { FileRole, NotesRoot, PersonEntry } from '../src/index.ts'
import { readNotes } from '../src/parse.ts'
import { passes, type SyntaxPass } from '../src/syntax/index.ts'

/** The book of this repository: it shows every construct that the parser reads. */
const root = join(import.meta.dirname, '../../../content')
const people = parseYaml(readFileSync(join(root, 'people.yaml'), 'utf8')) as PersonEntry[]
const files = ['events', 'front', 'back'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name)),
)

function readAll(constructs: readonly SyntaxPass[]): NotesRoot[] {
  return files.map((file) => {
    const role: FileRole = file.endsWith('event.md') ? 'event' : 'session'
    const { tree, context } = readNotes(readFileSync(file, 'utf8'), { file, role, people })
    for (const construct of constructs) construct(tree, context)
    return tree
  })
}

/** The node types of the tree's JSON Schema. */
function typesOfSchema(): string[] {
  const path = join(import.meta.dirname, '../schema.json')
  const { $defs } = JSON.parse(readFileSync(path, 'utf8')) as {
    $defs: Record<string, { properties?: { type?: { const?: string } } }>
  }
  return Object.values($defs).flatMap(({ properties }) => properties?.type?.const ?? [])
}

describe('the book of this repository', () => {
  const all = readAll(Object.values(passes))

  it('holds every type of node', () => {
    const found = new Set<string>()
    const visit = (node: { type: string; children?: unknown[] }): void => {
      found.add(node.type)
      for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0])
    }
    all.forEach(visit)
    // References are set by the glossary.
    expect(typesOfSchema().filter((type) => !found.has(type))).toEqual(['termReference'])
  })

  it.each(Object.keys(passes))('shows the construct %s: without it the tree is another', (name) => {
    const others = Object.entries(passes).flatMap(([key, pass]) => (key === name ? [] : [pass]))
    expect(readAll(others)).not.toEqual(all)
  })

  it('says when, where, and with which videos', () => {
    const events = all.flatMap(({ children }) => children)
    const sessions = events.flatMap(({ children }) => children.filter(({ type }) => type === 'session'))
    expect(events.filter(({ venue }) => venue)).not.toEqual([])
    expect(events.filter(({ dates }) => dates.some(({ start }) => start.day))).not.toEqual([])
    expect(sessions.filter((session) => 'slides' in session && session.slides.length > 0)).not.toEqual([])
    expect(sessions.filter((session) => 'urls' in session && session.urls.length > 0)).not.toEqual([])
  })
})
