import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../src/fold/fold.ts'
import { wordKey } from '../src/fold/word-key.ts'

describe('fold', () => {
  test.each([
    ['サーバー', 'サーバ'],
    ['ｻｰﾊﾞｰ', 'サーバー'],
    ['ＳＬＯ', 'slo'],
    ['ヴァーチャル', 'バーチャル'],
    ['ソフトウエア', 'ソフトウェア'],
    ['インターフェイス', 'インタフェース'],
    ['ファイヤーウォール', 'ファイアウォール'],
    ['Service-Level Objective', 'service level objective'],
    ['HTTP/3', 'HTTP3'],
    ['テ\u3099ータ', 'データ'],
    ['ディジタル', 'デジタル'],
    ['Let’s', "let's"],
  ])('%s and %s are one word', (a, b) => {
    expect(wordKey(a)).toBe(wordKey(b))
  })

  test.each([
    ['カバー', 'カバ'],
    ['キー', 'キ'],
    ['ディスク', 'デスク'],
    ['SLI', 'SLO'],
    ['バッグ', 'バック'],
  ])('%s and %s are two', (a, b) => {
    expect(wordKey(a)).not.toBe(wordKey(b))
  })

  test('every unit knows where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, starts, ends } = fold(source)
        expect(starts).toHaveLength(text.length)
        expect(ends).toHaveLength(text.length)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        expect(ends.every((end, index) => end > (starts[index] ?? 0) && end <= source.length)).toBe(true)
      }),
    )
  }, 120_000)

  test('a line of any length is folded', () => {
    const line = 'サーバーをデプロイする'.repeat(100_000)
    const { text, starts, ends } = fold(line)
    expect(text).toBe(fold('サーバーをデプロイする').text.repeat(100_000))
    expect([starts.length, ends.at(-1)]).toEqual([text.length, line.length])
  })
})
