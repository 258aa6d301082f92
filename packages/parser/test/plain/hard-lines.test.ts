import { describe, expect, it } from 'vitest'
import { parseNotes } from '../../src/index.ts'

/** A tree in one line: types with their children in brackets, and texts; paragraphs as `p`. */
function sketch(text: string): string {
  const draw = (node: { type: string; value?: string; children?: unknown[] }): string => {
    if (node.type === 'text') return `“${node.value}”`
    const inner = ((node.children ?? []) as (typeof node)[]).map(draw).join(' ')
    return `${node.type === 'paragraph' ? 'p' : node.type}[${inner}]`
  }
  const { tree } = parseNotes(text, { input: 'text' })
  return tree.children.flatMap((event) => event.children.map(draw)).join(' ')
}

describe('lines of plain text that are easily misread', () => {
  it('keeps an indented arrow behind a blank line in its item', () => {
    expect(sketch('  • 鍵になる言葉\n\n    ->制度\n\n  • 次')).toBe(
      'list[point[p[“鍵になる言葉”] p[“->制度”]] point[p[“次”]]]',
    )
  })

  it('keeps a line like a title in the item that it is indented under', () => {
    expect(sketch('  • 気になる道具は\n\n    これから学ぶもの\n\n    • 型\n      • 値')).toBe(
      'list[point[p[“気になる道具は”] p[“これから学ぶもの”] list[point[p[“型”] list[point[p[“値”]]]]]]]',
    )
  })

  it('takes #x for a title and #110 for text', () => {
    expect(sketch('#猫の写真\n\n• 猫が好き\n#110 は後で直す')).toBe(
      'heading[“猫の写真”] list[point[p[“猫が好き”]]] p[“#110 は後で直す”]',
    )
  })

  it('nests by one space', () => {
    expect(sketch('- 体制\n - 各班に一人')).toBe('list[point[p[“体制”] list[point[p[“各班に一人”]]]]]')
  })

  it('has no bullet in ・・・, ●● and a dash without a space', () => {
    expect(sketch('発表\n\n• ・・・続く\n• ●●市の例\n• -1 で終わる')).toContain('“・・・続く”')
    expect(sketch('発表\n\n• 一つ\n  -1 で終わる')).toContain('“一つ\n-1 で終わる”')
  })

  it('reads indented lines as items where there are no bullets at all', () => {
    expect(sketch('会場\n\t広い\n\t\t天井が高い\n\t近い\n昼食\n\tカレー')).toBe(
      'heading[“会場”] list[point[p[“広い”] list[point[p[“天井が高い”]]]] point[p[“近い”]]]' +
        ' section[heading[“昼食”] list[point[p[“カレー”]]]]',
    )
  })

  it('begins another list where the numbers do not count on', () => {
    const { tree } = parseNotes('順番\n\n1. 一つ\n2. 二つ\n5. 五つ', { input: 'text' })
    const lists = tree.children[0]?.children.flatMap((child) => (child.type === 'list' ? [child.start] : []))
    expect(lists).toEqual([1, 5])
  })

  it('keeps fenced code, tasks, images and URLs', () => {
    const text =
      '道具\n\n```sh\n  ls -l\n```\n\n• [x] 済み\n• ![図](a.png) を見る\n• https://example.com/a(b)。'
    expect(sketch(text)).toContain('code')
    const { tree } = parseNotes(text, { input: 'text' })
    const event = tree.children[0]
    expect(event?.children.find((child) => child.type === 'code')).toMatchObject({
      lang: 'sh',
      value: '  ls -l',
    })
    const list = event?.children.find((child) => child.type === 'list')
    expect(list?.children[0]).toMatchObject({ checked: true })
    expect(JSON.stringify(list)).toContain('"url":"a.png"')
    expect(JSON.stringify(list)).toContain('"url":"https://example.com/a(b)"')
  })

  it('keeps what is nested deeper than 100 levels as text, and says so', () => {
    const text = Array.from({ length: 130 }, (_, at) => `${'  '.repeat(at)}• n${at}`).join('\n')
    const { tree, messages } = parseNotes(text, { input: 'text' })
    expect(messages.map(({ ruleId }) => ruleId)).toContain('plain-depth')
    expect(JSON.stringify(tree)).toContain('• n129')
  })

  it('is quick with a thousand levels, a line of 50,000 characters and nothing but blank lines', () => {
    const deep = Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}- ${at}`).join('\n')
    for (const text of [deep, 'あ'.repeat(50_000), `- ${'a'.repeat(50_000)}`, '\n'.repeat(50_000)]) {
      expect(parseNotes(text, { input: 'text' }).tree.children.length).toBeLessThanOrEqual(1)
    }
  })
})
