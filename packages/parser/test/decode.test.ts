import { describe, expect, it } from 'vitest'
import { parseNotes, ruleOf } from '../src/index.ts'
import { decode } from '../src/decode.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const text = '# 会議\n\n- メモ\n'
const utf8 = new TextEncoder().encode(text)
const utf16 = (isBig: boolean): number[] =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0)
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })
// 会議 is 89 EF 8B 63 in cp932 and B2 F1 B5 C4 in EUC-JP, メモ 83 81 83 82 and A5 E1 A5 E2.
const cp932 = [0x23, 0x20, 0x89, 0xef, 0x8b, 0x63, 10, 10, 0x2d, 0x20, 0x83, 0x81, 0x83, 0x82, 10]
const eucJp = [0x23, 0x20, 0xb2, 0xf1, 0xb5, 0xc4, 10, 10, 0x2d, 0x20, 0xa5, 0xe1, 0xa5, 0xe2, 10]

describe('decode', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...utf8), 'utf-8'],
    ['UTF-16 little endian with a mark', bytes(0xff, 0xfe, ...utf16(false)), 'utf-16le'],
    ['UTF-16 big endian with a mark', bytes(0xfe, 0xff, ...utf16(true)), 'utf-16be'],
    ['UTF-16 little endian', bytes(...utf16(false)), 'utf-16le'],
    ['UTF-16 big endian', bytes(...utf16(true)), 'utf-16be'],
    ['cp932', bytes(...cp932), 'shift_jis'],
    ['EUC-JP', bytes(...eucJp), 'euc-jp'],
  ])('reads %s', (_, source, encoding) => {
    expect(decode(source)).toMatchObject({ text, encoding })
  })

  it('reads what only cp932 has', () => {
    expect(decode(bytes(0x87, 0x40, 0xfb, 0xfc, 0x81, 0x60)).text).toBe('①髙～')
  })

  it('takes the encoding that is named', () => {
    expect(decode(bytes(...cp932), 'Windows-31J').text).toBe(text)
    expect(decode(bytes(...eucJp), 'EUC-JP').text).toBe(text)
  })

  it('keeps the place of what cannot be read', () => {
    expect(decode('a\0b\uD800c').text).toBe('a\uFFFDb\uFFFDc')
    expect(decode(bytes(0x61, 0, 0x62)).text).toBe('a\uFFFDb')
  })
})

describe('oddities of a text are reported', () => {
  const rulesOf = (source: string | Uint8Array, encoding?: string): string[] =>
    parseNotes(source, encoding === undefined ? {} : { encoding }).messages.map(ruleOf)

  it('the encoding that was guessed', () => {
    expect(rulesOf(bytes(...cp932))).toEqual(['parser/encoding'])
    expect(rulesOf(bytes(...cp932), 'cp932')).toEqual([])
    expect(rulesOf(utf8, 'jis7')).toEqual(['parser/unknown-encoding'])
  })

  it('characters that cannot be read, with their place', () => {
    const [message] = parseNotes('# 会\n\na\0b\0').messages
    expect(message).toMatchObject({ ruleId: 'unreadable', line: 3, column: 2 })
    expect(message?.reason).toContain('2 characters')
  })

  it('characters without width, but not those that join a family', () => {
    expect(rulesOf('# メモ\u200B帳')).toEqual(['parser/zero-width'])
    expect(rulesOf('# 👩\u200D👧')).toEqual([])
  })

  it('never by an exception: positions are those of the text with CRLF', () => {
    const { tree } = parseNotes('# 会\r\n\r\n話')
    expect(tree.children[0]?.children[1]?.position?.start).toEqual({ line: 3, column: 1, offset: 7 })
  })
})
