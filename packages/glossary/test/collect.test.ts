import { describe, expect, test } from 'vitest'
import { collectTerms } from '../src/index.ts'
import { plainText } from '../src/phrasing.ts'
import { describe as describeMessage, notes } from './support/notes.ts'

const collect = (body: string, yaml = ''): { terms: Record<string, unknown>[]; messages: string[] } => {
  const { terms, messages } = collectTerms(notes(body), { source: yaml, file: 'glossary.yaml' })
  return {
    terms: terms.map(({ term, aliases, reading, definition }) => ({
      term,
      ...(aliases.length > 0 && { aliases }),
      ...(reading && { reading }),
      ...(definition && { definition: plainText(definition) }),
    })),
    messages: messages.map(describeMessage),
  }
}

describe('collectTerms', () => {
  test('reads the glossary file', () => {
    const yaml =
      '- term: トイル\n  reading: といる\n  definition: くり返す手作業。\n- SLO\n- term: 404\n  aliases: Not Found'
    expect(collect('', yaml)).toEqual({
      terms: [
        { term: 'トイル', reading: 'といる', definition: 'くり返す手作業。' },
        { term: 'SLO' },
        { term: '404', aliases: ['Not Found'] },
      ],
      messages: [],
    })
  })

  test('a definition in the glossary file is Markdown', () => {
    const yaml =
      '- term: A1\n  definition: |\n    `a` と [b](https://b.example)。\n\n    - 甲\n- term: B1\n  definition: "# 題"'
    const { terms } = collectTerms(notes(''), { source: yaml, file: 'glossary.yaml' })
    expect(terms[0]?.definition?.map(({ type }) => type)).toEqual(['paragraph', 'list'])
    expect(JSON.stringify(terms[0]?.definition)).not.toContain('position')
    expect(plainText(terms[1]?.definition ?? [])).toBe('# 題')
  })

  test('reads 用語 sections and definitions in the notes', () => {
    const body =
      '- 冪等性とは?\n  - 何度しても同じ\n\n### 用語\n\n- トイル: くり返す手作業\n- 凝集度（ぎょうしゅうど、cohesion）: まとまりの強さ\n- SLI'
    expect(collect(body).terms).toEqual([
      { term: '冪等性', definition: '何度しても同じ' },
      { term: 'トイル', definition: 'くり返す手作業' },
      { term: '凝集度', aliases: ['cohesion'], reading: 'ぎょうしゅうど', definition: 'まとまりの強さ' },
      { term: 'SLI' },
    ])
  })

  test('reads acronyms that are spelled out', () => {
    const body =
      '- SLO (Service Level Objective)を決める\n- signed http exchange(SXG)を配る\n- TLS（毎回）\n- API (see below)'
    expect(collect(body).terms).toEqual([
      { term: 'SLO', aliases: ['Service Level Objective'] },
      { term: 'SXG', aliases: ['signed http exchange'] },
    ])
  })

  test('reads them in headings as well', () => {
    expect(collect('### signed http exchange(SXG)\n\n- 配り方').terms).toEqual([
      { term: 'SXG', aliases: ['signed http exchange'] },
    ])
  })

  test.each(['IAMとは', 'IAMとは何か', 'IAMとは何か?', 'IAMとはなにか？'])(
    '%s: the headword is no part of it',
    (head) => {
      expect(collect(`- ${head}\n  - 利用者の認証`).terms).toEqual([
        { term: 'IAM', definition: '利用者の認証' },
      ])
    },
  )

  test('the file wins over the notes, and both places are kept', () => {
    const { terms, messages } = collect(
      '### 用語\n\n- サーバ: 箱\n',
      '- term: サーバー\n  definition: 計算機',
    )
    expect(terms).toEqual([{ term: 'サーバー', definition: '計算機' }])
    expect(messages).toEqual([])
  })

  test('reports conflicts between places', () => {
    expect(collect('### 用語\n\n- SLO: 目標\n- SLO: 約束').messages).toEqual(['defined-twice notes.md:8:1'])
    expect(collect('', '- term: A1\n- term: B1\n  aliases: [A1]').messages).toEqual([
      'alias-is-term glossary.yaml:2:9',
    ])
    const body = '- SLA (Service Level Agreement)\n- SLA (System Load Average)'
    expect(collect(body).messages).toEqual(['acronym-conflict notes.md:6:3'])
  })

  test('bad entries are reported where they stand, and the rest works', () => {
    const yaml = [
      '- term: 甲乙',
      '  see: [丙丁]',
      '- term: 丙丁',
      '  see: [甲乙]',
      '- term: ""',
      '- term: 値',
      `- term: ${'長'.repeat(10_000)}`,
      '- { term: SLO, id: slo }',
      '- { term: Slow, id: SLO }',
      '- term: [1, 2]',
      '- 5: { a: b }',
    ].join('\n')
    const { terms, messages } = collect('', yaml)
    expect(terms.map(({ term }) => term)).toEqual(['甲乙', '丙丁', '値', 'SLO', 'Slow'])
    expect(messages.sort()).toEqual(
      [
        'see-cycle glossary.yaml:1:9',
        'empty-term glossary.yaml:5:9',
        'short-term glossary.yaml:6:9',
        'long-term glossary.yaml:7:9',
        'duplicate-id glossary.yaml:9:11',
        'wrong-type glossary.yaml:10:9',
        'empty-term glossary.yaml:10:9',
        'unknown-key glossary.yaml:11:3',
        'empty-term glossary.yaml:11:3',
      ].sort(),
    )
  })

  test('a term that refers to itself is reported, and the reference left out', () => {
    const { terms, messages } = collectTerms(notes(''), {
      source: '- { term: 甲乙, see: [甲乙] }',
      file: 'g.yaml',
    })
    expect(terms[0]?.see).toBeUndefined()
    expect(messages.map(describeMessage)).toEqual(['see-cycle g.yaml:1:11'])
  })

  test.each([
    '{',
    '- term: "a',
    '\t- x',
    'term: a',
    '- - - a',
    '!!binary x',
    '- &a *a',
    '- term: &a x\n- term: *a',
    '5',
    'null',
    '# only',
  ])('no file makes it throw: %s', (source) => {
    expect(() => collect('本文', source)).not.toThrow()
  })
})

test('takes no term from an entry of the glossary with a mistake in it', () => {
  const source = '- term: トイル\n- term: "SLO\n  definition: 目標\n'
  const { terms, messages } = collectTerms(notes('# 会\n'), { source, file: 'glossary.yaml' })
  expect(terms.map(({ term }) => term)).toEqual(['トイル'])
  expect(messages.map(({ ruleId }) => ruleId)).toContain('yaml-syntax')
})
