import { describe, expect, it } from 'vitest'
import { parseNotes, type PersonEntry } from '../../src/index.ts'

const people: PersonEntry[] = [
  {
    name: '山田花子',
    reading: 'やまだはなこ',
    aliases: ['@alpha', 'hanako', '山田'],
    affiliation: '例示社',
    url: 'https://example.com/hanako',
  },
  { name: 'Search Lovers', kind: 'organization' },
]

function speakersOf(notes: string) {
  const { tree, messages } = parseNotes(`# 会\n\n${notes}\n`, { people })
  const session = tree.children[0]?.children.find((child) => child.type === 'session')
  return { session, speakers: session?.speakers ?? [], messages }
}

describe('people.yaml', () => {
  it('gives a speaker whom the notes name by an alias the name, reading, affiliation and page', () => {
    const { session, speakers } = speakersOf('## 話\n\n- 発表者：@alpha')
    expect(speakers).toMatchObject([
      {
        kind: 'person',
        name: '山田花子',
        reading: 'やまだはなこ',
        handle: '@alpha',
        affiliations: ['例示社'],
        urls: [{ url: 'https://example.com/hanako' }],
      },
    ])
    expect(session?.data?.inferred).toContainEqual({ field: 'speakers', rule: 'people-file' })
  })

  it('makes one person of several names, and keeps what each mention says', () => {
    const { speakers } = speakersOf('## 話 by 山田さん\n\n### メンバー\n\n- HANAKO\n  - 索引の担当\n- @alpha')
    expect(speakers).toHaveLength(1)
    expect(speakers[0]).toMatchObject({
      name: '山田花子',
      honorific: 'さん',
      handle: '@alpha',
      bio: ['索引の担当'],
    })
  })

  it('tells a group from a person', () => {
    const { speakers, messages } = speakersOf('## 話 by Search Lovers')
    expect(speakers).toMatchObject([{ kind: 'organization', name: 'Search Lovers' }])
    expect(messages).toEqual([])
  })

  it('leaves others alone', () => {
    expect(speakersOf('## 話 by 佐藤').speakers).toMatchObject([{ name: '佐藤', affiliations: [] }])
  })
})
