import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTermLinker } from '../src/index.ts'
import { tokenizer } from './support/tokenizer.ts'

beforeAll(() => void tokenizer.tokenize('猫'), 120_000)

const surfaces = (terms: Parameters<typeof createTermLinker>[0], text: string): string[] =>
  createTermLinker(terms, { tokenizer })
    .find(text)
    .map(({ start, end }) => text.slice(start, end))

describe('createTermLinker', () => {
  test('a surface in `not` is never the term, and other terms stay', () => {
    const terms = [{ term: 'サーバー', not: ['サーバー室'] }, { term: '室' }]
    expect(surfaces(terms, 'サーバー室のサーバー')).toEqual(['室', 'サーバー'])
    expect(surfaces([{ term: 'SRE', not: ['SRE本'] }], 'SRE本とSREの本')).toEqual(['SRE'])
  })

  test('a rejected long candidate does not hide a valid short one', () => {
    expect(surfaces([{ term: '認証局' }, { term: '認証' }], '認証局員の認証')).toEqual(['認証', '認証'])
    expect(surfaces([{ term: 'TLS1' }, { term: 'TLS' }], 'TLS1.3とTLS')).toEqual(['TLS'])
  })

  test('the list of compounds can be replaced', () => {
    const terms = [{ term: 'クラス' }]
    expect(createTermLinker(terms, { tokenizer }).find('クラスメソッド')).toEqual([])
    expect(createTermLinker(terms, { tokenizer, compounds: [] }).find('クラスメソッド')).toHaveLength(1)
  })

  test('terms that cannot be looked for are left out, the others are found', () => {
    const terms = [
      { term: '' },
      { term: ' ・-' },
      { term: 'あ'.repeat(10_000) },
      { term: '値' },
      { term: '値' },
    ]
    expect(surfaces(terms, '値を返す')).toEqual(['値'])
  })

  test('nothing is found in addresses and handles', () => {
    const text = 'https://aws.example/aws?q=aws aws@example.org @aws #aws aws.example.com mailto:aws AWS'
    expect(surfaces([{ term: 'AWS' }], text)).toEqual(['AWS'])
  })

  test('matches lie in the text, in order and apart, whatever the text and the terms', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'サーバー',
        'ログ',
        'ﾊﾞ',
        '取り扱い',
        'ヴァ',
        '\ud83d',
        '\udc00',
        '\0',
        'は\u3099',
        'ー',
        '・',
        'SLOs',
      ),
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.array(piece, { maxLength: 5 }), (source, names) => {
        const matches = createTermLinker(
          names.map((term) => ({ term })),
          { tokenizer },
        ).find(source)
        let free = 0
        for (const { start, end, term } of matches) {
          expect(start).toBeGreaterThanOrEqual(free)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(source.length)
          expect(names).toContain(term)
          free = end
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  }, 120_000)

  test('a term is found in itself', () => {
    const names = [
      'サーバー',
      'ヴァイオリン',
      'C++',
      '.NET',
      'Node.js',
      '取り扱い',
      'Let’s Encrypt',
      '値',
      'HTTP/3',
      'ｻｰﾊﾞｰ',
      'C#',
    ]
    for (const term of names) expect(surfaces([{ term }], term)).toEqual([term])
  })
})

test.each([
  ['katakana', 'ア'],
  ['kanji', '値'],
  ['hiragana', 'の'],
  ['letters', 'a'],
  ['pieces', 'a-a.'],
  ['handles', '@a '],
  ['addresses', 'https://a '],
  ['mixed words', 'サーバーaaログ'],
  ['astral characters', '😀'],
  ['combining marks', 'は\u3099'],
])(
  'a line of 50,000 characters is no trouble: %s',
  (_, unit) => {
    const text = unit.repeat(50_000 / unit.length)
    const terms = [...new Set([unit, unit.repeat(2), 'ア', 'aa', 'サーバー'])].map((term) => ({ term }))
    const matches = createTermLinker(terms, { tokenizer }).find(text)
    expect(matches.every(({ end }) => end <= text.length)).toBe(true)
  },
  30_000,
)
