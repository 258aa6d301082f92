import { parseNotes } from '@notes/parser'
import { describe, expect, test } from 'vitest'
import { groupEntries } from '../src/book-index/groups.ts'
import { buildIndex, collectTerms, type IndexEntry, linkTerms } from '../src/index.ts'
import { tokenizer } from './support/tokenizer.ts'

const entry = (heading: string, reading?: string): IndexEntry => ({
  kind: 'term',
  id: heading,
  heading,
  ...(reading && { reading }),
  locators: [],
})

describe('the order of the index', () => {
  test('symbols and digits, letters, then the rows of the syllabary', () => {
    const headings = [
      entry('疎結合', 'そけつごう'),
      entry('SLO', 'えすえるおー'),
      entry('ポート'),
      entry('.NET'),
      entry('404'),
      entry('ヴェロシティ'),
      entry('エラー'),
      entry('ゎ'),
      entry('gRPC'),
      entry('鬱'),
    ]
    expect(
      groupEntries(headings).map(({ label, entries }) => [
        label,
        entries.map(({ heading }) => heading).join(' '),
      ]),
    ).toEqual([
      ['記号・数字', '404'],
      ['G', 'gRPC'],
      ['N', '.NET'],
      ['S', 'SLO'],
      ['あ', 'ヴェロシティ エラー'],
      ['さ', '疎結合'],
      ['は', 'ポート'],
      ['わ', 'ゎ'],
      ['その他', '鬱'],
    ])
  })

  test('does not depend on the order given, not even for readings that compare as equal', () => {
    const headings = [
      entry('サド'),
      entry('佐渡', 'さど'),
      entry('さど'),
      entry('さと'),
      entry('ざと'),
      entry('サトー'),
    ]
    const sorted = groupEntries(headings)[0]?.entries.map(({ heading }) => heading)
    const back = groupEntries(headings.toReversed())[0]?.entries.map(({ heading }) => heading)
    expect(sorted).toEqual(back)
    expect(sorted?.[0]).toBe('さと')
  })

  test('signs before the first letter count neither for the group nor within it', () => {
    const groups = groupEntries([
      entry('@yuki'),
      entry('Yoko'),
      entry('「山」', '「やま」'),
      entry('焼く', 'やく'),
    ])
    expect(groups.map(({ entries }) => entries.map(({ heading }) => heading))).toEqual([
      ['Yoko', '@yuki'],
      ['焼く', '「山」'],
    ])
  })

  test('numbers in headings are compared as numbers', () => {
    const [group] = groupEntries([entry('HTTP/10'), entry('HTTP/2')])
    expect(group?.entries.map(({ heading }) => heading)).toEqual(['HTTP/2', 'HTTP/10'])
  })
})

describe('buildIndex', () => {
  const source = [
    '# 春の会',
    '',
    '## 監視（by 山田花子）',
    '',
    '- トイルを数える',
    '',
    '### 用語',
    '',
    '- トイル: 手作業',
    '- 疎結合',
    '',
    '# 秋の会',
    '',
    '## トイルの続き',
    '',
    ...Array.from({ length: 12 }, () => '- トイル'),
  ].join('\n')
  const { tree } = parseNotes(source, { file: 'notes.md' })
  const yaml = '- { term: SLO, see: [トイル] }'
  const { terms } = collectTerms(tree, { source: yaml, file: 'glossary.yaml' })
  const linked = linkTerms(tree, terms, { tokenizer, mode: 'every' })
  const { index, messages } = buildIndex(linked.tree, terms, { tokenizer })
  const entries = index.groups.flatMap((group) => group.entries)
  const find = (heading: string): IndexEntry | undefined => entries.find((other) => other.heading === heading)

  test('lists uses, titles and the defining place in the book’s order, split by event where there are many', () => {
    const toil = find('トイル')
    expect(toil?.locators).toHaveLength(15)
    expect(toil?.locators.filter(({ primary }) => primary)).toHaveLength(1)
    expect(toil?.locators[0]?.targetId).toBe('use-1')
    expect(toil?.byEvent?.map(({ title, locators }) => [title, locators.length])).toEqual([
      ['春の会', 2],
      ['秋の会', 13],
    ])
  })

  test('refers to other entries, and lists speakers', () => {
    expect(find('SLO')).toMatchObject({ see: ['トイル'], locators: [] })
    expect(entries.filter(({ kind }) => kind === 'person').map(({ heading }) => heading)).toEqual([
      '山田花子',
    ])
  })

  test('a guessed reading is reported, and an explicit one wins', () => {
    expect(find('疎結合')).toMatchObject({ readingGuessed: true })
    expect(messages.map(({ ruleId, reason }) => `${ruleId} ${/“(.*?)”/.exec(reason)?.[1]}`)).toContain(
      'guessed-reading 疎結合',
    )
    const known = terms.map((term) => (term.term === '疎結合' ? { ...term, reading: 'そけつごう' } : term))
    const again = buildIndex(linked.tree, known, { tokenizer })
    const loose = again.index.groups
      .flatMap((group) => group.entries)
      .find(({ heading }) => heading === '疎結合')
    expect(loose).toMatchObject({ reading: 'そけつごう' })
    expect(loose?.readingGuessed).toBeUndefined()
  })
})
