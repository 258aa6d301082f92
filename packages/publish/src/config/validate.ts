import { createMessage } from '@notes/parser'
import * as v from 'valibot'
import type { VFileMessage } from 'vfile-message'
import { didYouMean, nearest } from './nearest.ts'
import { configRule } from './rules.ts'
import type { Path, YamlFile } from './yaml.ts'

/**
 * Validates data against a schema and drops what is wrong, so that the rest can be used.
 *
 * `empty` is what an empty file means. `output` is `undefined` only where the whole file is of the wrong kind; `given` is what the file
 * says itself, without defaults. Each mistake is a diagnostic with its place.
 */
export function validate<const S extends v.GenericSchema>(
  schema: S,
  yaml: YamlFile,
  file: string,
  empty: unknown = {},
): { output: v.InferOutput<S> | undefined; given: unknown; messages: VFileMessage[] } {
  let value = withoutNulls(yaml.value ?? empty)
  const first = mistakes(schema, value)
  const messages = first.issues.map((issue) => explain(schema, issue, yaml, file))
  // A dropped value can make its parent wrong: a consequence of what the first round has reported, so that later
  // rounds only drop. Every round makes the data smaller, so that there is a last one.
  for (let result = first; ; result = mistakes(schema, value)) {
    if (result.issues.length === 0) return { output: result.output, given: value, messages }
    const dropped = result.issues.map(({ kind, path }) => (kind === 'missing' ? path.slice(0, -1) : path))
    if (dropped.some((path) => path.length === 0)) return { output: undefined, given: undefined, messages }
    value = without(value, dropped)
  }
}

interface Mistake {
  kind: 'unknown' | 'missing' | 'value'
  path: Path
  issue: v.BaseIssue<unknown>
  /** What stands at the path. */
  input: unknown
  /** What should stand there, in words; from the issue where absent. */
  expected?: string
}

function mistakes<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { output: v.InferOutput<S>; issues: Mistake[] } {
  const result = v.safeParse(schema, value)
  const issues = (result.issues ?? []).map(toMistake)
  const paths = issues.map(({ path }) => JSON.stringify(path))
  return {
    output: result.output,
    issues: issues.filter((_, i) => paths.indexOf(paths[i] ?? '') === i),
  }
}

function toMistake(issue: v.BaseIssue<unknown>): Mistake {
  const steps = issue.path ?? []
  const path = steps.map((step) => step.key as string | number)
  // The library takes a list for an object with the keys 0, 1, 2 …
  const list = steps.findIndex((step) => step.type === 'object' && Array.isArray(step.input))
  if (list >= 0) {
    return {
      kind: 'value',
      path: path.slice(0, list),
      issue,
      input: steps[list]?.input,
      expected: 'a group of keys',
    }
  }
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return { kind: 'unknown', path, issue, input: issue.input }
  if (issue.type === 'strict_object' && issue.expected !== 'Object')
    return { kind: 'missing', path, issue, input: undefined }
  return { kind: 'value', path, issue, input: issue.input }
}

function explain(schema: v.GenericSchema, mistake: Mistake, yaml: YamlFile, file: string): VFileMessage {
  const { kind, path, issue, input } = mistake
  const key = String(path.at(-1) ?? '')
  if (kind === 'unknown') {
    const known = keysAt(schema, path.slice(0, -1))
    const around = pathName(path.slice(0, -1))
    const reason = `Unexpected key “${key}”${around && ` in ${around}`}.${didYouMean(key, known)}`
    const hint = nearest(key, known) ? undefined : `Known keys: ${known.join(', ')}.`
    return createMessage(configRule.unknownKey, { reason, hint, place: yaml.placeOf(path, 'key'), file })
  }
  if (kind === 'missing') {
    const reason = `Missing key “${key}” in ${pathName(path.slice(0, -1))}.`
    return createMessage(configRule.required, { reason, place: yaml.placeOf(path.slice(0, -1)), file })
  }
  const words = typeof input === 'string' ? didYouMean(input, optionsOf(issue)) : ''
  const expected = mistake.expected ?? expectedWords(issue)
  const reason = `Unexpected ${received(input)} for ${pathName(path) || 'the file'}, expected ${expected}.${words}`
  const quotes = expected === 'text' && (typeof input === 'number' || typeof input === 'boolean')
  const hint = quotes ? 'Put the value into quotes to make it text.' : undefined
  return createMessage(configRule.value, { reason, hint, place: yaml.placeOf(path), file })
}

/** `creators[0].name` */
function pathName(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i > 0 ? `.${step}` : step)).join('')
}

function received(input: unknown): string {
  if (Array.isArray(input)) return 'list'
  if (typeof input === 'object' && input !== null) return 'group of keys'
  if (input === '') return 'empty text'
  if (input === null) return 'empty entry'
  const text = typeof input === 'string' ? `“${input}”` : JSON.stringify(input)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The words of a choice. */
function optionsOf(issue: v.BaseIssue<unknown>): string[] {
  return [...(issue.expected ?? '').matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? '')
}

function expectedWords(issue: v.BaseIssue<unknown>): string {
  const ownWords = !issue.message.startsWith('Invalid ')
  if (ownWords) return issue.message
  if (issue.type === 'picklist')
    return optionsOf(issue)
      .join(', ')
      .replace(/, ([^,]*)$/u, ' or $1')
  const kinds: Record<string, string> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    record: 'a group of keys',
    strict_object: 'a group of keys',
  }
  return kinds[issue.type] ?? issue.expected ?? 'another value'
}

/** The keys that the object at a path may have. */
function keysAt(schema: v.GenericSchema, path: Path): string[] {
  let here: unknown = schema
  for (const step of path) here = child(here, step)
  const entries = entriesOf(here)
  return entries ? Object.keys(entries) : []
}

function child(schema: unknown, step: string | number): unknown {
  if (typeof step === 'number') return find(schema, (part) => part.item)
  return entriesOf(schema)?.[step]
}

function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  return find(schema, (part) => part.entries) as Record<string, unknown> | undefined
}

interface Part {
  item?: unknown
  entries?: unknown
  wrapped?: unknown
  pipe?: unknown[]
  options?: unknown[]
}

/** Looks through `optional`, `pipe` and `union` for the schema that has what is asked for. */
function find(schema: unknown, ask: (part: Part) => unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined
  const part = schema as Part
  const direct = ask(part)
  if (direct !== undefined) return direct
  const inner = [
    part.wrapped,
    ...(part.pipe?.filter((item) => item !== schema) ?? []),
    ...(part.options ?? []),
  ]
  for (const candidate of inner) {
    const found = find(candidate, ask)
    if (found !== undefined) return found
  }
  return undefined
}

/** A key without a value is a key that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])),
  )
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const here = new Set(paths.filter((path) => path.length === 1).map((path) => path[0]))
  const below = (key: string | number) =>
    paths.filter((p) => p.length > 1 && p[0] === key).map((p) => p.slice(1))
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, i) => (here.has(i) ? [] : [without(item, below(i))]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (here.has(key) ? [] : [[key, without(item, below(key))]])),
  )
}
