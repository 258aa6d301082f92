import { createMessage } from '@notes/parser'
import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { rule } from './rules.ts'

/** A glossary file as read from disk. */
export interface GlossaryFile {
  source: string
  /** Path relative to the book's folder. */
  file: string
}

/** One entry of the file. */
export interface GlossaryEntry {
  term: string
  id?: string
  reading?: string
  /** Markdown. */
  definition?: string
  aliases: string[]
  aliasReadings: Record<string, string>
  not: string[]
  see: string[]
  url?: string
  position: Position
  /** Where each key's value stands. */
  positions: Partial<Record<string, Position>>
}

const textKeys = ['term', 'id', 'reading', 'definition', 'url'] as const
const listKeys = ['aliases', 'not', 'see'] as const
const keys: readonly string[] = [...textKeys, ...listKeys]

/** Reads glossary.yaml; what cannot be read is reported and left out. */
export function readGlossary(glossary: GlossaryFile): { entries: GlossaryEntry[]; messages: VFileMessage[] } {
  const { source, file } = glossary
  const lines = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    // The library would print its warnings.
    logLevel: 'error',
  })
  const messages: VFileMessage[] = document.errors.map((error) =>
    createMessage(rule['yaml-syntax'], {
      reason: `The glossary file is no valid YAML: ${error.message}`,
      place: pointAt(lines, error.pos[0]),
      file,
    }),
  )
  const entries: GlossaryEntry[] = []
  const reader: Reader = { lines, file, messages }
  const { contents } = document
  if (isSeq(contents)) {
    for (const [index, item] of contents.items.entries()) {
      // What YAML makes of an entry with a mistake in it is a guess.
      const start = (item as Node).range?.[0] ?? 0
      const end = (contents.items[index + 1] as Node | undefined)?.range?.[0] ?? source.length + 1
      if (document.errors.some(({ pos }) => pos[0] < end && pos[1] >= start)) continue
      const entry = isMap(item)
        ? readEntry(item, reader)
        : isScalar(item) && typeof item.value === 'string'
          ? nameOnly(item.value, positionOf(item, reader))
          : wrongType(item as Node, reader, 'An entry of the glossary must be a map with `term`, or a name.')
      if (entry) entries.push(entry)
    }
  } else if (contents !== null && !(isScalar(contents) && contents.value === null)) {
    wrongType(contents, reader, 'The glossary file must be a list: `- term: …`.')
  }
  return { entries, messages }
}

interface Reader {
  lines: LineCounter
  file: string
  messages: VFileMessage[]
}

function readEntry(map: YAMLMap, reader: Reader): GlossaryEntry | undefined {
  const entry: GlossaryEntry = nameOnly('', positionOf(map, reader))
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    const value = pair.value as Node | null
    entry.positions[name] = positionOf(value ?? (pair.key as Node), reader)
    if (textKeys.includes(name as never)) {
      if (value === null || (isScalar(value) && value.value === null)) continue
      const text = textOf(value, reader.lines)
      if (text !== undefined) entry[name as 'term'] = text.trim()
      else wrongType(value, reader, `\`${name}\` must be a text.`)
    } else if (name === 'aliases') {
      readAliases(value, entry, reader)
    } else if (listKeys.includes(name as never)) {
      entry[name as 'not'] = listOf(value, name, reader)
    } else {
      const nearest = keys.find((key) => isNear(key, name))
      reader.messages.push(
        createMessage(rule['unknown-key'], {
          reason: `The key \`${name}\` is not known${nearest ? `; did you mean \`${nearest}\`?` : '.'}`,
          place: positionOf(pair.key as Node, reader),
          file: reader.file,
        }),
      )
    }
  }
  return entry
}

/** Aliases are texts, or maps of an alias and its reading: `{ term: 苦役, reading: くえき }`. */
function readAliases(value: Node | null, entry: GlossaryEntry, reader: Reader): void {
  for (const item of isSeq(value) ? (value.items as Node[]) : [value]) {
    const isPair = isMap(item) && isScalar(item.get('term', true))
    const [name] = listOf(isPair ? (item.get('term', true) as Node) : item, 'aliases', reader)
    if (name === undefined) continue
    entry.aliases.push(name)
    const reading = isPair ? item.get('reading') : undefined
    if (typeof reading === 'string' && reading.trim()) entry.aliasReadings[name] = reading.trim()
  }
}

/** A list of texts; one text stands for a list of one. */
function listOf(value: Node | null, name: string, reader: Reader): string[] {
  if (value === null || (isScalar(value) && value.value === null)) return []
  const items = isSeq(value) ? (value.items as Node[]) : [value]
  return items.flatMap((item) => {
    const text = textOf(item, reader.lines)
    if (text === undefined) wrongType(item, reader, `\`${name}\` must be a list of texts.`)
    return text?.trim() ? [text.trim()] : []
  })
}

/** Numbers and the like are names too, as they are written: `- term: 404`, `1.10`, `no`. */
function textOf(node: Node, _lines: LineCounter): string | undefined {
  if (!isScalar(node)) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

function nameOnly(term: string, position: Position): GlossaryEntry {
  return {
    term: term.trim(),
    aliases: [],
    aliasReadings: {},
    not: [],
    see: [],
    position,
    positions: { term: position },
  }
}

function wrongType(node: Node, reader: Reader, reason: string): undefined {
  const place = positionOf(node, reader)
  reader.messages.push(createMessage(rule['wrong-type'], { reason, place, file: reader.file }))
}

function positionOf(node: Node, reader: Reader): Position {
  const [start = 0, end = 0] = node.range ?? []
  return { start: pointAt(reader.lines, start), end: pointAt(reader.lines, end) }
}

function pointAt(lines: LineCounter, offset: number): Point {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1), offset }
}

/** One letter added, dropped or changed, or a plural. */
function isNear(known: string, written: string): boolean {
  if (Math.abs(known.length - written.length) > 2 || written.length < 2) return false
  let start = 0
  while (start < written.length && known[start] === written[start]) start++
  let end = 0
  while (end < Math.min(known.length, written.length) - start && known.at(-1 - end) === written.at(-1 - end))
    end++
  return Math.max(known.length, written.length) - start - end <= 2
}
