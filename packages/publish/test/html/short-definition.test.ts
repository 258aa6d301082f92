import { parseNotes } from '@notes/parser'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { shortDefinition } from '../../src/html/chapters/short-definition.ts'

/** The blocks of a note behind its title. */
function blocks(source: string): object[] {
  return parseNotes(`# 会\n\n${source}`).tree.children[0]?.children.slice(1) ?? []
}

describe('shortDefinition', () => {
  const short = (source: string) => {
    const { blocks: kept, isCut } = shortDefinition(blocks(source) as never)
    return { text: kept.map((block) => toString(block)), isCut }
  }

  it('gives a short definition whole', () => {
    expect(short('- 目標\n  - 利用者と約束するもの\n- 月ごと')).toEqual({
      text: ['目標利用者と約束するもの月ごと'],
      isCut: false,
    })
  })

  it('gives the first points of a long one, without what stands below them', () => {
    const source = '利用の権限\n\n- 甲\n  - 甲の一\n- 乙\n- 丙\n  - 丙の一\n    - 丙の二\n- 丁\n- 戊'
    expect(short(source)).toEqual({ text: ['利用の権限', '甲乙丙'], isCut: true })
  })

  it('leaves out what there is no room for, and keeps the first block however long it is', () => {
    const long = '長い'.repeat(150)
    expect(short(`${long}\n\n次の段落`)).toEqual({ text: [long], isCut: true })
    expect(short(`短い段落\n\n${long}\n\n終わり`)).toEqual({ text: ['短い段落'], isCut: true })
  })

  it('changes nothing in the definition itself', () => {
    const given = blocks('- 甲\n  - 甲の一\n- 乙\n- 丙\n- 丁\n- 戊')
    const before = structuredClone(given)
    expect(shortDefinition(given as never).isCut).toBe(true)
    expect(given).toEqual(before)
  })

  it('gives whole what was written for the glossary', () => {
    const written = { type: 'paragraph', children: [{ type: 'text', value: '長い'.repeat(150) }] }
    expect(shortDefinition([written])).toEqual({ blocks: [written], isCut: false })
  })
})
