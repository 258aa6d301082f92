import { parse as parseToml, TomlError } from 'smol-toml'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { FrontMatter } from './context.ts'
import type { MessageDetail } from './message.ts'
import type { Placer } from './place.ts'

const YAML_FENCE = /^---[ \t]*(?:\r\n|\r|\n)/
const TOML_FENCE = /^\+\+\+[ \t]*(?:\r\n|\r|\n)/
const YAML_END = /^(?:---|\.\.\.)[ \t]*$/m
/** A key that stands at the head of a line. */
const YAML_KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[\]{}&*!|>%@`,:-][^\n:]*)[ \t]*:(?=[ \t\r\n]|$)/gm
const TOML_END = /^\+\+\+[ \t]*$/m

/** What `readFrontMatter` found. */
export interface FrontMatterResult {
  frontMatter?: FrontMatter
  /** Offset of the first character behind the closing fence and its line end; 0 without front matter. */
  end: number
  problems: MessageDetail[]
}

/**
 * Reads YAML (`---`) or TOML (`+++`) front matter at the head of a file; blank lines inside the fence and before it
 * are allowed. Text between two rules that is not a mapping is no front matter.
 */
export function readFrontMatter(text: string, placer: Placer): FrontMatterResult {
  const lead = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text)![0].length
  const rest = text.slice(lead)
  const kind = YAML_FENCE.test(rest) ? 'yaml' : TOML_FENCE.test(rest) ? 'toml' : undefined
  const none: FrontMatterResult = { end: 0, problems: [] }
  if (!kind) return none
  const open = (kind === 'yaml' ? YAML_FENCE : TOML_FENCE).exec(rest)![0].length
  const close = (kind === 'yaml' ? YAML_END : TOML_END).exec(rest.slice(open))
  if (!close) {
    if (!/^[\w-]+[ \t]*[:=]/.test(rest.slice(open).trimStart())) return none
    const place = placer.position(lead, lead + 3)
    return {
      end: 0,
      problems: [{ reason: 'The front matter has no closing fence, so it is read as notes.', place }],
    }
  }
  const valueStart = lead + open
  const valueEnd = valueStart + close.index
  const fenceEnd = valueEnd + close[0].length
  const value = text.slice(valueStart, valueEnd).replace(/(?:\r\n|\r|\n)$/, '')
  const read = (kind === 'yaml' ? readYaml : readToml)(value, valueStart, placer)
  if (!read) return none
  const position = placer.position(lead, fenceEnd)
  return {
    frontMatter: {
      node: { type: kind, value, position },
      data: read.data,
      place: (...path) => read.place(path) ?? position,
    },
    end: fenceEnd + (/^(?:\r\n|\r|\n)/.exec(text.slice(fenceEnd))?.[0].length ?? 0),
    problems: read.problems,
  }
}

interface Mapping {
  data: Record<string, unknown>
  place: (path: (string | number)[]) => ReturnType<FrontMatter['place']>
  problems: MessageDetail[]
}

function readYaml(value: string, offset: number, placer: Placer): Mapping | undefined {
  const whole = readYamlPart(value, offset, placer)
  if (!whole.broken) return whole.data && { ...whole, data: whole.data }
  if (!/^\s*(?:#.*\s+)*["']?[\w-]+["']?[ \t]*:/.test(value)) return undefined
  // After a mistake, YAML's own recovery guesses, and often swallows the keys that follow; each key is read alone.
  const parts = [...value.matchAll(YAML_KEY)].map(({ 0: key, index }, part, all) => {
    const source = value.slice(index, all[part + 1]?.index).replace(/\s$/, '')
    return { key: key.slice(0, -1).trim(), ...readYamlPart(source, offset + index, placer) }
  })
  const broken = parts.filter((part) => part.broken)
  return {
    data: Object.assign({}, ...parts.map((part) => (part.broken ? {} : part.data))) as Record<
      string,
      unknown
    >,
    place: (path) => parts.findLast(({ data }) => data && (path[0] ?? '') in data)?.place(path),
    problems: broken.length > 0 ? broken.flatMap(withoutEffect) : whole.problems,
  }
}

function withoutEffect({ key, problems }: { key: string; problems: MessageDetail[] }): MessageDetail[] {
  return problems.map(({ reason, ...detail }) => ({ ...detail, reason: `${reason} “${key}” has no effect.` }))
}

interface YamlPart extends Omit<Mapping, 'data'> {
  data: Record<string, unknown> | undefined
  broken: boolean
}

function readYamlPart(value: string, offset: number, placer: Placer): YamlPart {
  const document = parseDocument(value, {
    lineCounter: new LineCounter(),
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const place = (path: (string | number)[]) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] | null } | undefined
    return node?.range ? placer.position(offset + node.range[0], offset + node.range[1]) : undefined
  }
  const error = document.errors[0]
  if (error) {
    const reason = `The front matter is not valid YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+.*$/, '')}.`
    const at = placer.position(offset + error.pos[0], offset + error.pos[1])
    return { data: undefined, broken: true, place, problems: [{ reason, place: at }] }
  }
  if (document.contents === null) return { data: {}, broken: false, place, problems: [] }
  const problems = doublesIn(document.contents, offset, placer)
  const data = plain(() => document.toJS({ maxAliasCount: 100 }) as unknown)
  if (data || !isMap(document.contents)) return { data, broken: false, place, problems }
  const reason = 'The front matter cannot be read: its aliases (`*name`) stand for more than a file may hold.'
  const at = placer.position(offset, offset + value.length)
  return { data: {}, broken: false, place, problems: [{ reason, place: at }] }
}

/** Keys that stand twice. */
function doublesIn(contents: unknown, offset: number, placer: Placer): MessageDetail[] {
  if (!isMap(contents)) return []
  const seen = new Set<string>()
  return contents.items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return []
    const name = String(key.value)
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const reason = `The key “${name}” stands twice in the front matter; the last one counts.`
    const place = placer.position(offset + key.range[0], offset + key.range[1])
    return [{ reason, hint: 'Leave one of the two out.', place }]
  })
}

function readToml(value: string, offset: number, placer: Placer): Mapping | undefined {
  try {
    const data = withoutDates(parseToml(value)) as Record<string, unknown>
    return { data, place: () => undefined, problems: [] }
  } catch (error) {
    if (!/^\s*(?:#.*\s+)*(?:\[|["']?[\w-]+["']?[ \t]*=)/.test(value)) return undefined
    const at = error instanceof TomlError ? tomlOffset(value, error.line, error.column) : 0
    const reason = `The front matter is not valid TOML: ${(error as Error).message.split('\n')[0]!.replace(/\.$/, '')}.`
    const problem = { reason, place: placer.position(offset + at, offset + at) }
    return { data: {}, place: () => undefined, problems: [problem] }
  }
}

/** TOML's dates as they are written, as YAML gives them. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(withoutDates)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutDates(item)]))
}

function tomlOffset(value: string, line: number, column: number): number {
  const before = value.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0)
  return Math.min(value.length, before + column - 1)
}

/** The mapping that `read` gives, or nothing where it gives something else or throws (too many aliases). */
function plain(read: () => unknown): Record<string, unknown> | undefined {
  try {
    const data = read()
    return data !== null && typeof data === 'object' && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
