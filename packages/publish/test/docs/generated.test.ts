import { type Rule, ruleOf } from '@notes/parser'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generated } from '../../scripts/generated.ts'
import { rules } from '../../src/rules.ts'
import { readConfig } from '../../src/config/read.ts'
import { bookJsonSchema } from '../../scripts/book-schema.ts'

describe('files made of the code', () => {
  it.each(generated().map(({ path, text }) => [basename(path), path, text] as const))(
    '%s is current; if not, run `pnpm --filter @notes/publish docs`',
    (_, path, text) => {
      expect(existsSync(path) && readFileSync(path, 'utf8') === text).toBe(true)
    },
  )
})

describe('the table of rules', () => {
  it('holds the table of every part', async () => {
    const files = globSync(join(import.meta.dirname, '../../src/*/rules.ts'))
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const part = (await import(file)) as Record<string, Record<string, Rule>>
      const missing = Object.values(part).flatMap((table) =>
        Object.values(table).filter((rule) => !rules.includes(rule)),
      )
      expect(missing).toEqual([])
    }
  })

  it('has each id once, whole sentences, and an example', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id, summary, hint, example } of rules) {
      expect(id).toMatch(/^publish\/[a-z0-9-]+$/u)
      expect(summary).toMatch(/\.$/u)
      expect(hint).toMatch(/\.$/u)
      expect(example).not.toBe('')
    }
  })
})

describe('the JSON Schema', () => {
  it('names every key that the reader knows, and no other', () => {
    for (const key of Object.keys(bookJsonSchema().properties ?? {})) {
      const { messages } = readConfig(`${key}:\n`, 'book.yaml', { title: 'x' })
      expect(messages.map(ruleOf)).toEqual([])
    }
    const hint = readConfig('zzzzzzzz: 1', 'book.yaml', { title: 'x' }).messages[0]?.note ?? ''
    const known = hint.replace(/^Known keys: |\.$/gu, '').split(', ')
    expect(Object.keys(bookJsonSchema().properties ?? {})).toEqual(known)
  })
})
