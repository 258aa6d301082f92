import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { levelOf, parseNotes, type ParseOptions, ruleOf, serializeNotes } from '../src/index.ts'
import { lossesOf } from './support/coverage.ts'
import { withoutPlaces } from './support/plain-tree.ts'

const folder = join(import.meta.dirname, 'fixtures')
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../schema.json'), 'utf8')) as object
const validate = new Ajv2020({ allErrors: false, verbose: false }).compile(schema)

interface Fixture {
  name: string
  /** `input.md` or `input.txt`. */
  input: string
  options: ParseOptions
}

const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }): Fixture => {
    const input = existsSync(join(folder, name, 'input.txt')) ? 'input.txt' : 'input.md'
    const options = join(folder, name, 'options.json')
    const given = existsSync(options) ? (JSON.parse(readFileSync(options, 'utf8')) as ParseOptions) : {}
    return { name, input, options: { file: input, ...given } }
  })

/** That positions are right is tested by what is lost where they are not. */
function withoutPositions(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value
}

/** Compares with a file, or writes it where UPDATE=1. */
function expectFile(path: string, value: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(path, value)
  expect(value).toBe(readFileSync(path, 'utf8'))
}

describe('fixtures', () => {
  it.each(fixtures)('$name', ({ name, input, options }) => {
    const source = readFileSync(join(folder, name, input), 'utf8')
    const { tree, messages } = parseNotes(source, options)
    const lines = messages.map((message) => {
      return `${message.line ?? 1}:${message.column ?? 1} ${levelOf(message)} ${ruleOf(message)} ${message.reason}\n`
    })
    expectFile(join(folder, name, 'tree.json'), `${JSON.stringify(tree, withoutPositions, 1)}\n`)
    expectFile(join(folder, name, 'messages.txt'), lines.join(''))

    const json: unknown = JSON.parse(JSON.stringify(tree))
    validate(json)
    expect(validate.errors ?? []).toEqual([])
    expect(lossesOf(source, tree)).toEqual([])
    const written = serializeNotes(tree)
    const again = parseNotes(written, { ...options, input: 'markdown' }).tree
    expect(withoutPlaces(again)).toEqual(withoutPlaces(tree))
    expect(serializeNotes(again)).toBe(written)
  })
})
