import type { Parent } from 'unist'
import { describe, expect, test } from 'vitest'
import { linkTerms } from '../src/index.ts'
import { linked, notes, usesOf } from './support/notes.ts'
import { tokenizer } from './support/tokenizer.ts'

describe('linkTerms', () => {
  test('links every use, or the first of each session', () => {
    const yaml = '- term: トイル'
    expect(linked('- トイルを減らす\n- トイルを数える', yaml).uses).toEqual(['トイル', 'トイル'])
    expect(linked('- トイルを減らす\n- トイルを数える\n\n## 次の話\n\nトイル', yaml, 'first').uses).toEqual([
      'トイル',
      'トイル',
    ])
  })

  test('marks the first use of a session, and gives each use an id', () => {
    const { tree } = linked('- トイルとトイル', '- term: トイル')
    const data: unknown[] = []
    const visit = (node: Parent): void => {
      if (node.type === 'termReference') data.push(node.data)
      node.children?.forEach((child) => visit(child as Parent))
    }
    visit(tree)
    expect(data).toEqual([
      { id: 'use-1', first: true },
      { id: 'use-2', first: false },
    ])
  })

  test.each([
    ['headings', '### トイルの話\n\n本文'],
    ['code', '`トイル`\n\n```\nトイル\n```'],
    ['links', '[トイル](https://example.org) ![トイル](a.png)'],
    ['ruby', '{トイル|といる}'],
    ['addresses', 'https://example.org/トイル'],
    ['words marked with a comment', '<!--nolink-->トイル <!-- nolink -->トイル'],
  ])('links nothing in %s', (_, body) => {
    expect(linked(body, '- term: トイル').uses).toEqual([])
  })

  test('sees words that markup cuts up', () => {
    const yaml = '- term: サービス\n- term: トイル'
    expect(linked('**マイクロ**サービス', yaml).uses).toEqual(['サービス'])
    expect(linked('リ**トイル**と**トイル**', yaml).uses).toEqual(['トイル'])
  })

  test('the definition of a term links other terms, not its own', () => {
    const result = linked('### 用語\n\n- トイル: SLOを脅かす手作業\n- SLO: 目標', '')
    expect(result.uses).toEqual(['SLO'])
    expect(result.messages).toEqual([])
  })

  test('leaves the tree it is given alone, and keeps positions', () => {
    const tree = notes('- トイルを減らす')
    const before = structuredClone(tree)
    const term = { id: 'term-1', term: 'トイル', aliases: [], not: [], places: [] }
    const result = linkTerms(tree, [term], { tokenizer })
    expect(tree).toEqual(before)
    expect(usesOf(result.tree)).toEqual(['トイル'])
    const found = JSON.stringify(result.tree).match(/"type":"termReference".*?"position":({.*?}})/)?.[1]
    expect(JSON.parse(found ?? '{}')).toMatchObject({
      start: { line: 5, column: 3 },
      end: { line: 5, column: 6 },
    })
  })

  test('reports a spelling that varies, with places, but not plurals, aliases and capitals of sentences', () => {
    expect(linked('- サーバの数\n- サーバーの台数', '- term: サーバー').messages).toEqual([
      'spelling-varies notes.md:6:3',
    ])
    expect(linked('- ブラウザの数\n- ブラウザーの数').messages).toEqual(['spelling-varies notes.md:6:3'])
    const yaml = '- term: container\n  aliases: [コンテナ]'
    expect(linked('Container、containers、コンテナ', yaml).messages).toEqual([])
  })

  test('a term in a title is used, though it is no link', () => {
    expect(linked('### トイルの話\n\n本文', '- term: トイル').messages).toEqual([])
    expect(linked('本文', '- term: トイル').messages).toEqual(['unused-term glossary.yaml:1:9'])
  })
})
