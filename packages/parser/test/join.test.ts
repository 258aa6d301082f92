import { describe, expect, it } from 'vitest'
import {
  joinNotes,
  type NotesPart,
  parseNotes,
  type ParseOptions,
  ruleOf,
  serializeNotes,
} from '../src/index.ts'

function part(path: string, role: NonNullable<ParseOptions['role']>, source: string): NotesPart {
  return { path, tree: parseNotes(source, { file: path, role }).tree }
}

const event = part('events/01-autumn/event.md', 'event', '---\ntitle: 秋の会\n---\n\n受付は三階。\n')
const cache = part('events/01-autumn/01-cache.md', 'session', '# キャッシュ\n\n## まとめ\n')
const search = part('events/01-autumn/02-search.md', 'session', '# 検索\n\n## Summary\n')
const other = part('events/02-winter/event.md', 'event', '# 冬の会\n')
const again = part('events/02-winter/01-cache.md', 'session', '# もう一度キャッシュ\n')

function outline(parts: NotesPart[]): string[] {
  return joinNotes(parts).tree.children.flatMap(({ id, title, children }) => [
    `${id} ${title}`,
    ...children.flatMap((child) => (child.type === 'session' ? [`  ${child.id} ${child.title}`] : [])),
  ])
}

describe('joinNotes', () => {
  it('puts the sessions of a folder into its event, and makes ids unique', () => {
    expect(outline([event, cache, search, other, again])).toEqual([
      'autumn 秋の会',
      '  cache キャッシュ',
      '  search 検索',
      'winter 冬の会',
      '  cache-2 もう一度キャッシュ',
    ])
  })

  it('reports an id that two front matters give, compared without case', () => {
    const first = part('events/01-a/01-a.md', 'session', '---\nid: opening\n---\n# 開会\n')
    const second = part('events/01-a/02-b.md', 'session', '# 二\n')
    const third = part('events/01-a/03-c.md', 'session', '---\nid: Opening\n---\n# 三\n')
    const { messages } = joinNotes([event, first, second, third])
    const found = messages.filter((message) => ruleOf(message) === 'parser/duplicate-id')
    expect(found.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      [
        'events/01-a/03-c.md',
        1,
        'The id “opening” is taken by “events/01-a/01-a.md”, so this one gets a number.',
      ],
    ])
  })

  it('finds the event also behind its sessions', () => {
    expect(outline([cache, search, event])).toEqual(outline([event, cache, search]))
  })

  it('leaves the given trees as they are', () => {
    const before = structuredClone([event, cache])
    joinNotes([cache, event, again])
    expect([event, cache]).toEqual(before)
  })

  it('gives a tree that is written with the later front matter in comments', () => {
    const second = part('events/03-spring/event.md', 'event', '---\nid: spring\n---\n\n# 春の会\n')
    const written = serializeNotes(joinNotes([event, second]).tree)
    expect(written).toMatch(/^---\ntitle: 秋の会\n---\n/)
    expect(written).toContain('# 春の会\n\n<!--\nid: spring\n-->')
  })

  it('reports sessions without an event', () => {
    const { messages } = joinNotes([cache, other])
    expect(messages.map((message) => [ruleOf(message), message.file])).toEqual([
      ['parser/missing-event', 'events/01-autumn/01-cache.md'],
    ])
  })
})
