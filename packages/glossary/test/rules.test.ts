import { describe, expect, test } from 'vitest'
import { rules } from '../src/index.ts'
import { buildIndex } from '../src/index.ts'
import { linked } from './support/notes.ts'
import { tokenizer } from './support/tokenizer.ts'

/** Rules whose example is not glossary.yaml but notes, or needs what an example cannot show in short. */
const asNotes = new Set(['spelling-varies', 'acronym-conflict'])
const replaced: Record<string, string> = { 'long-term': `- term: ${'長'.repeat(201)}` }

describe('the example of each rule shows it', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const name = id.split('/')[1] ?? ''
    const isNotes = asNotes.has(name)
    const used = '疎結合\n\nSLO、SLI、SLA、Slow、トイル、カナリア、甲、乙、値、認証。'
    const body = isNotes ? rule.example : name === 'unused-term' ? '' : used
    const result = linked(body, isNotes ? '' : (replaced[name] ?? rule.example))
    const index = buildIndex(result.tree, result.terms, { tokenizer }).messages.map(({ ruleId }) => ruleId)
    expect([...result.messages.map((message) => message.split(' ')[0]), ...index]).toContain(name)
  })
})
