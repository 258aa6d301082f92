import { parseNotes } from '@notes/parser'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { collectTerms, formatSuggestions, suggestTerms } from '../src/index.ts'
import { notes } from './support/notes.ts'
import { tokenizer } from './support/tokenizer.ts'

const body = [
  '- カオスエンジニアリングを試す',
  '- カオスエンジニアリングの道具',
  '- 分散トレーシングとSLO',
  '- 分散トレーシングを入れる',
  '- トイルとトイル',
  '- PagerDutyの設定。PagerDutyの当番',
  '- 一度だけのフィーチャーフラグ',
  '- https://example.org/GraphQL https://example.org/GraphQL',
].join('\n')
const tree = notes(body)
const { terms } = collectTerms(tree, { source: '- term: トイル', file: 'glossary.yaml' })
const suggestions = suggestTerms(tree, terms, { tokenizer })

test('words that are used often and not defined are proposed with counts and places', () => {
  expect(suggestions.map(({ term, count }) => [term, count])).toEqual(
    expect.arrayContaining([
      ['カオスエンジニアリング', 2],
      ['分散トレーシング', 2],
      ['PagerDuty', 2],
    ]),
  )
  const names = suggestions.map(({ term }) => term)
  for (const name of ['トイル', 'フィーチャーフラグ', 'GraphQL', 'トレーシング', 'SLO'])
    expect(names).not.toContain(name)
  const chaos = suggestions.find(({ term }) => term === 'カオスエンジニアリング')
  expect(chaos?.places[0]).toMatchObject({ file: 'notes.md', position: { start: { line: 5 } } })
})

test('they are YAML that can be pasted into the glossary', () => {
  const text = formatSuggestions(suggestions)
  expect(parse(text)).toEqual(
    suggestions.map(({ term, reading }) => ({ term, ...(reading && { reading }), definition: null })),
  )
  expect(text).toContain(
    '# 2 uses in 1 session: notes.md:5:3, notes.md:6:3\n- term: カオスエンジニアリング\n',
  )
})

test('names of speakers are not proposed', () => {
  const talk = parseNotes('# 会\n\n## 話 by カナデモン\n\n- カナデモンの話\n- カナデモンの例\n', {
    file: 'a.md',
  }).tree
  expect(suggestTerms(talk, [], { tokenizer })).toEqual([])
})
