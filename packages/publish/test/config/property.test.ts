import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readConfig } from '../../src/config/read.ts'
import { bookSchema } from '../../src/config/schema.ts'

const keys = [...Object.keys(bookSchema.entries), 'size', 'margins', 'pages', 'path', 'name', 'zzz']
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, 0, -1, 3, 'a4', 'event', '', '2019-01-31'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
  ),
}))

it('gives a whole configuration for any data, and a place for every mistake', () => {
  fc.assert(
    fc.property(value, (data) => {
      const { config, messages } = readConfig(stringify(data), 'book.yaml', { title: 'ノート' })
      expect(v.safeParse(bookSchema, config).success).toBe(true)
      for (const { line, column } of messages) expect([line, column].every((n) => (n ?? 0) > 0)).toBe(true)
      const wrong = messages.some(({ ruleId }) => ruleId !== 'config-no-effect')
      expect(v.safeParse(bookSchema, withoutNulls(data) ?? {}).success).toBe(!wrong)
    }),
    { numRuns: 300 },
  )
})

it('never throws, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'[]{}:,&*!|>-#"\' \n\tab@`%?'), maxLength: 40 })
  fc.assert(
    fc.property(text, (source) => {
      expect(readConfig(source, 'book.yaml', { title: 'ノート' }).config.title).not.toBe('')
    }),
    { numRuns: 500 },
  )
})

/** A key without a value counts as absent. */
function withoutNulls(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (_, item: unknown) => (item === null ? undefined : item)) ?? 'null')
}
