import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../src/front-matter.ts'
import { createPlacer } from '../src/place.ts'

const read = (text: string) => readFrontMatter(text, createPlacer(text))

describe('readFrontMatter', () => {
  it.each([
    ['YAML', '---\ntitle: 会\n---\n# x\n'],
    ['YAML with blank lines', '\n---\n\ntitle: 会\n\n---\n# x\n'],
    ['YAML that ends with dots', '---\ntitle: 会\n...\n# x\n'],
    ['TOML', '+++\ntitle = "会"\n+++\n# x\n'],
    ['CRLF', '---\r\ntitle: 会\r\n---\r\n# x\n'],
  ])('reads %s', (_, text) => {
    const { end, frontMatter, problems } = read(text)
    expect(frontMatter?.data).toEqual({ title: '会' })
    expect(text.slice(end)).toBe('# x\n')
    expect(problems).toEqual([])
  })

  it.each([
    ['prose between rules', '---\n\nはじめに。\n\n---\n'],
    ['a list between rules', '---\n- a\n---\n'],
    ['a rule alone', '---\n\n# x\n'],
    ['a fence that is not at the head', '# x\n\n---\ntitle: a\n---\n'],
  ])('leaves %s to the notes', (_, text) => {
    expect(read(text)).toEqual({ end: 0, problems: [] })
  })

  it('says where a value stands', () => {
    const { frontMatter } = read('---\nmembers:\n  - name: 山田\n---\n')
    expect(frontMatter?.place('members', 0, 'name')).toEqual({
      start: { line: 3, column: 11, offset: 23 },
      end: { line: 3, column: 13, offset: 25 },
    })
    expect(frontMatter?.place('title')).toEqual(frontMatter?.node.position)
  })

  it('keeps what it cannot read, and says where', () => {
    const yaml = read('---\ntitle: "a\nid: b\n---\n')
    expect(yaml.frontMatter?.node.value).toBe('title: "a\nid: b')
    expect(yaml.frontMatter?.data).toEqual({ id: 'b' })
    expect(yaml.problems).toHaveLength(1)
    const toml = read('+++\ntitle = \n+++\n')
    expect(toml.frontMatter?.data).toEqual({})
    expect(toml.problems[0]?.place).toMatchObject({ start: { line: 2 } })
  })

  it.each([
    ['a quote that is not closed', 'id: b\ntitle: "open', { id: 'b' }],
    ['two colons', 'title: a: b\nid: b', { id: 'b' }],
    ['a quote before other keys', 'title: "open\nid: b\ndate: 2024-05-12', { id: 'b', date: '2024-05-12' }],
    ['two mistakes', 'title: a: b\nid: b\nvenue: [x', { id: 'b' }],
    ['a list that is not closed', 'id: b\nspeakers: [山田, 鈴木', { id: 'b' }],
    ['a tab', 'id: b\nspeakers:\n\t- 山田', { id: 'b' }],
  ])('takes no value from %s, and every other', (_, source, data) => {
    const { frontMatter, problems } = read(`---\n${source}\n---\n`)
    expect(frontMatter?.data).toEqual(data)
    expect(problems).not.toEqual([])
    expect(problems[0]?.reason).toMatch(
      /^The front matter is not valid YAML: .+ “(?:title|speakers)” has no effect\.$/,
    )
  })

  it('gives the dates of TOML as they are written', () => {
    expect(read('+++\ndate = 2024-05-12\n+++\n').frontMatter?.data).toEqual({ date: '2024-05-12' })
  })

  it('limits aliases', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijk'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefghij'[index]}, `.repeat(9)}]`),
    ]
    const { frontMatter, problems } = read(`---\n${bomb.join('\n')}\n---\n`)
    expect(frontMatter?.data).toEqual({})
    expect(problems[0]?.reason).toMatch(/aliases/)
  })
})
