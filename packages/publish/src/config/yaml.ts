import { createMessage } from '@notes/parser'
import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { configRule } from './rules.ts'

/** Keys and indexes that lead to a value, e.g. `['creators', 0, 'name']`. */
export type Path = readonly (string | number)[]

/** A YAML file as data, with the places of its values. */
export interface YamlFile {
  /** Plain data; `undefined` where the file is empty or cannot be read. */
  value: unknown
  messages: VFileMessage[]
  /** Where a key and its value stand; that of the nearest value around it where the path leads nowhere. */
  placeOf: (path: Path, part?: 'key' | 'value') => Position
}

/** Aliases that a file may expand to, so that a small file cannot fill the memory. */
const maxAliases = 100
const maxMistakes = 5

/** Reads YAML; mistakes become diagnostics with their line and column, and nothing is thrown. */
export function readYaml(bytes: Uint8Array | string, file: string): YamlFile {
  const { source, messages } = decodeYaml(bytes, file)
  const lines = new LineCounter()
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
    // One open bracket can cause a mistake on every line after it: the first few say it all.
    for (const error of [...document.errors, ...document.warnings].slice(0, maxMistakes)) {
      const [start, end] = error.pos
      const place = position(lines, start, Math.min(end, source.length))
      messages.push(createMessage(configRule.yaml, { reason: yamlReason(error.message), place, file }))
    }
    const value = document.toJS({ maxAliasCount: maxAliases }) as unknown
    // Refuses what no walk over the data could finish: an alias to the node around it, nesting without end.
    JSON.stringify(value)
    return {
      value,
      messages,
      placeOf: (path, part = 'value') => rangeOf(lines, document.contents, path, part),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // Only aliases that multiply or lead in a circle and nesting deeper than the stack come here.
    const place = position(lines, 0, 0)
    messages.push(createMessage(configRule.yaml, { reason: yamlReason(message), place, file }))
    return { value: undefined, messages, placeOf: () => place }
  }
}

/** The text of a YAML file; bytes that are no UTF-8 are reported. */
export function decodeYaml(
  bytes: Uint8Array | string,
  file: string,
): { source: string; messages: VFileMessage[] } {
  if (typeof bytes === 'string') return { source: bytes.replace(/^\uFEFF/u, ''), messages: [] }
  const source = new TextDecoder('utf-8').decode(bytes)
  const broken = source.indexOf('\uFFFD')
  if (broken < 0 || isUtf8(bytes)) return { source, messages: [] }
  const before = source.slice(0, broken).split('\n')
  const place: Point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: broken }
  return { source, messages: [createMessage(configRule.encoding, { place, file })] }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The first sentence of the library's, ended; those for programmers in our own words. */
function yamlReason(message: string): string {
  const first = (message.split('\n')[0] ?? '').trim()
  const ownWords = [
    [/circular/u, 'an alias leads back to the value that it stands in'],
    [/alias count/u, 'its aliases expand to too much'],
    [/multiple documents/u, 'a second document begins here, expected one'],
    [/call stack/u, 'it is nested too deeply'],
  ] as const
  const text = ownWords.find(([pattern]) => pattern.test(first))?.[1] ?? first
  return `The YAML cannot be read: ${/[.!?]$/u.test(text) ? text : `${text}.`}`
}

function rangeOf(lines: LineCounter, root: Node | null, path: Path, part: 'key' | 'value'): Position {
  let node: Node | null = root
  let found: Node | null = root
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      if (!pair) break
      const wanted = last && part === 'key' ? pair.key : (pair.value ?? pair.key)
      found = wanted as Node
      node = pair.value as Node | null
    } else if (isCollection(node)) {
      const item = node.items[Number(step)]
      if (!item) break
      found = node = item as Node
    } else break
  }
  const [start, end] = found?.range ?? [0, 0]
  return position(lines, start, end)
}

function position(lines: LineCounter, start: number, end: number): Position {
  return { start: point(lines, start), end: point(lines, Math.max(start, end)) }
}

function point(lines: LineCounter, offset: number): Point {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1), offset }
}
