import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import * as parser from '../src/index.ts'

const schema = JSON.parse(readFileSync(new URL('../schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv2020().compile(schema)
const paragraph = (...children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children })

const nodes = {
  Action: parser.buildAction([paragraph()], { done: false }),
  Answer: parser.buildAnswer([paragraph()], { answerer: '山田' }),
  Event: parser.buildEvent('autumn', '秋の会'),
  NotesRoot: parser.buildNotesRoot(),
  Point: parser.buildPoint([paragraph()]),
  Question: parser.buildQuestion([paragraph()]),
  Ruby: parser.buildRuby('漢字', ['かんじ']),
  Section: parser.buildSection('autumn-terms', '用語', [], { role: 'terms' }),
  Session: parser.buildSession('sre', 'SRE'),
  TermDefinition: parser.buildTermDefinition('トイル'),
  TermReference: parser.buildTermReference('toil', [{ type: 'text', value: 'トイル' }]),
  Verbatim: parser.buildVerbatim('liquid', '{% x %}'),
}

describe('builders and predicates', () => {
  it.each(Object.entries(nodes))('%s is known by its predicate alone', (name, node) => {
    const predicates = Object.entries(parser).filter(([key]) => /^is[A-Z]/.test(key) && key !== 'isNotesNode')
    const known = predicates.filter(([, predicate]) => (predicate as (node: unknown) => boolean)(node))
    expect(known.map(([key]) => key)).toEqual([`is${name}`])
    expect(parser.isNotesNode(node)).toBe(true)
  })

  it('know nothing else', () => {
    for (const other of [undefined, null, 'event', {}, { type: 'paragraph' }, { type: 'toString' }])
      expect(parser.isNotesNode(other)).toBe(false)
  })

  it('build a tree that the schema allows, and that is written and read the same', () => {
    const list = {
      type: 'list' as const,
      ordered: false,
      children: [parser.buildPoint([paragraph(nodes.Ruby, nodes.TermReference)])],
    }
    const session = parser.buildSession('sre', 'SRE', [list, nodes.Section])
    const tree = parser.buildNotesRoot([parser.buildEvent('autumn', '秋の会', [nodes.Verbatim, session])])
    validate(tree)
    expect(validate.errors ?? []).toEqual([])
    const written = parser.serializeNotes(tree)
    expect(written).toBe('# 秋の会\n\n{% x %}\n\n## SRE\n\n- {漢字|かんじ}トイル\n\n### 用語\n')
    expect(parser.serializeNotes(parser.parseNotes(written).tree)).toBe(written)
  })

  it('become plain mdast', () => {
    const source = '# 会\n\n## 話\n\n- Q: いつ?\n  - A: 春\n- [ ] 宿題\n\n{% x %}\n\n{漢字|かんじ}\n'
    const { tree } = parser.parseNotes(source)
    const before = structuredClone(tree)
    const types = new Set<string>()
    JSON.stringify(parser.toMdast(tree), (key, value: unknown) => {
      if (key === 'type') types.add(value as string)
      return value
    })
    expect([...types].sort()).toEqual(['heading', 'html', 'list', 'listItem', 'paragraph', 'root', 'text'])
    expect(tree).toEqual(before)
  })
})
