/** Other names in the index: each stands at its own place and refers to the headword. */
import { parseNotes } from '@notes/parser'
import { describe, expect, test } from 'vitest'
import { buildIndex, collectTerms, type IndexOptions, linkTerms } from '../src/index.ts'
import { tokenizer } from './support/tokenizer.ts'

function indexOf(notes: string, glossary: string, options: IndexOptions = {}) {
  const { tree } = parseNotes(notes, { file: 'notes.md' })
  const collected = collectTerms(tree, { source: glossary, file: 'glossary.yaml' })
  const linked = linkTerms(tree, collected.terms, { tokenizer, mode: 'every' })
  const { index, messages } = buildIndex(linked.tree, collected.terms, { tokenizer, ...options })
  const lines = index.groups.map(({ label, entries }) => [
    label,
    ...entries.map(({ heading, see }) => (see ? `${heading} → ${see.join(', ')}` : heading)),
  ])
  return { index, lines, messages: [...collected.messages, ...messages].map(String) }
}

const notes = `# 会

## 運用（by 柳橋太郎）

- トイルを数え、SLOを決め、サーバーを見る
- 疎結合とアクセス制御とAPIゲートウェイ
`

describe('another name in the index', () => {
  test('refers to its headword from its own place in the order', () => {
    const { lines, index } = indexOf(
      notes,
      `
- { term: SLO, reading: えすえるおー, aliases: [Service Level Objective, サービスレベル目標, エスエルオー] }
- { term: トイル, aliases: [toil, 苦役] }
- { term: サーバー }
`,
      { people: [] },
    )
    // `Service Level Objective` would stand directly above `SLO`.
    expect(lines).toEqual([
      ['S', 'SLO'],
      ['T', 'toil → トイル'],
      ['あ', 'エスエルオー → SLO'],
      ['か', '苦役 → トイル'],
      ['さ', 'サーバー', 'サービスレベル目標 → SLO'],
      ['た', 'トイル'],
    ])
    const entry = index.groups.flatMap(({ entries }) => entries).find(({ heading }) => heading === 'toil')
    const headword = index.groups
      .flatMap(({ entries }) => entries)
      .find(({ heading }) => heading === 'トイル')
    expect(entry).toEqual({
      kind: 'term',
      id: headword?.id,
      heading: 'toil',
      alias: true,
      see: ['トイル'],
      locators: [],
    })
  })

  test('is left out beside its headword, even with other names of it in between, but not under another letter', () => {
    const glossary = (aliases: string): string => `
- { term: SLO, aliases: [${aliases}] }
- { term: トイル, see: [SLO] }
- { term: アクセス制御, aliases: [アクセスコントロール, アクセス権の制御] }
`
    expect(indexOf(notes, glossary('SLOs, SLO目標'), { people: [] }).lines).toEqual([
      ['S', 'SLO'],
      ['あ', 'アクセス制御'],
      ['た', 'トイル → SLO'],
    ])
    expect(indexOf(notes, glossary('Level'), { people: [] }).lines[0]).toEqual(['L', 'Level → SLO'])
  })

  test('is left out where only width, case, a long vowel, a middle dot or a space tells it from the headword', () => {
    const glossary = `
- { term: サーバー, aliases: [サーバ, ｻｰﾊﾞｰ] }
- { term: APIゲートウェイ, aliases: [API・ゲートウェイ, ＡＰＩゲートウエイ, api ゲートウェイ] }
- { term: SLO, aliases: [slo] }
`
    expect(indexOf(notes, glossary, { people: [] }).lines).toEqual([
      ['A', 'APIゲートウェイ'],
      ['S', 'SLO'],
      ['さ', 'サーバー'],
    ])
  })

  test('is left out where it would lead to nothing: a term that no note uses, or one that only refers itself', () => {
    const glossary = `
- { term: 可用性, aliases: [availability] }
- { term: 目標, see: [SLO], aliases: [goal] }
- { term: SLO }
`
    expect(indexOf(notes, glossary, { people: [] }).lines).toEqual([
      ['S', 'SLO'],
      ['ま', '目標 → SLO'],
    ])
  })

  test('is left out where the name is a headword itself, and stands once for two terms that have it', () => {
    const glossary = `
- { term: SLO, aliases: [トイル, 取り決め] }
- { term: トイル, aliases: [取り決め] }
- { term: 疎結合, reading: そけつごう, aliases: [申し合わせ, { term: 申合せ, reading: モウシアワセ }, Agreement, agreements] }
`
    expect(indexOf(notes, glossary, { people: [] }).lines).toEqual([
      ['A', 'Agreement → 疎結合'],
      ['S', 'SLO'],
      ['さ', '疎結合'],
      ['た', 'トイル', '取り決め → SLO, トイル'],
      ['ま', '申し合わせ → 疎結合'],
    ])
  })

  test('stands where its reading says, given in glossary.yaml or guessed', () => {
    const given = '- { term: トイル, aliases: [{ term: 苦役, reading: くるしみ }, constructor] }'
    expect(indexOf(notes, given, { people: [] })).toMatchObject({
      lines: [
        ['C', 'constructor → トイル'],
        ['か', '苦役 → トイル'],
        ['た', 'トイル'],
      ],
      messages: [],
    })
    const guessed = indexOf(notes, '- { term: トイル, aliases: [苦役] }', { people: [] })
    expect(guessed.messages).toEqual([])
    expect(guessed.index.groups[0]?.entries[0]).toMatchObject({ reading: 'クエキ', readingGuessed: true })
  })

  test('of people: handles, pen names and Latin spellings lead to the name under which they spoke', () => {
    const people: IndexOptions['people'] = [
      {
        id: 'person-1',
        kind: 'person',
        name: '柳橋太郎',
        reading: 'やなぎばしたろう',
        aliases: ['柳橋', 'Taro Yanagibashi', 'yana'],
        handle: '@yana',
      },
      { id: 'person-2', kind: 'person', name: '来なかった人', aliases: ['Nobody'] },
    ]
    expect(indexOf(notes, '', { people }).lines).toEqual([
      ['T', 'Taro Yanagibashi → 柳橋太郎'],
      ['Y', 'yana → 柳橋太郎'],
      ['や', '柳橋太郎'],
    ])
  })

  test('is what a reference means that names a term by it', () => {
    const glossary = `
- { term: SLO, definition: 目標, see: [toil] }
- { term: トイル, aliases: [toil] }
`
    const { index } = indexOf(notes, glossary, { people: [] })
    const slo = index.groups.flatMap(({ entries }) => entries).find(({ heading }) => heading === 'SLO')
    expect(slo?.seeAlso).toEqual(['トイル'])
  })

  test('wrong kinds of names are reported, and the rest counts', () => {
    const { messages, lines } = indexOf(
      notes,
      '- { term: トイル, aliases: [toil, { reading: くえき }, { term: [x] }] }',
      { people: [] },
    )
    expect(messages.map((message) => message.includes('`aliases` must be'))).toEqual([true, true])
    expect(lines[0]).toEqual(['T', 'toil → トイル'])
  })
})
