import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { assemble, defaultLevels, type Levels } from './assemble.ts'
import type { FileRole, FrontMatter, ParseContext, PersonEntry } from './context.ts'
import { decode, knowsEncoding } from './decode.ts'
import { checkFrontMatter } from './front-matter-values.ts'
import { readFrontMatter } from './front-matter.ts'
import { type ParseMarkdown, prepareMarkdown, readMarkdown } from './markdown/read.ts'
import { createMessage, withoutRepeated } from './message.ts'
import type { NotesRoot } from './nodes.ts'
import { createPlacer } from './place.ts'
import type { TitleHints } from './plain/hints.ts'
import { readPlain } from './plain/index.ts'
import { rule } from './rules.ts'
import { applySyntax } from './syntax/index.ts'
import { reportText } from './text-report.ts'
import { isUnread, unread } from './unread.ts'

/** How to read a file of notes. */
export interface ParseOptions {
  /** Path relative to the book's folder, with forward slashes; `.txt` is plain text unless `input` says otherwise. */
  file?: string
  input?: 'markdown' | 'text'
  /** What the file is: everything in one file (`book`, the default), an `event.md`, or one session. */
  role?: FileRole
  /** Heading depths of events and sessions, where they are not those of the role; front matter `levels` wins. */
  levels?: Partial<Levels>
  /** Titles of plain text that are known to be those of events, sessions or sections. */
  titles?: TitleHints
  /** The name of the file's encoding; found from the bytes without it. */
  encoding?: string
  /** The book's people.yaml. */
  people?: readonly PersonEntry[]
}

/** A tree and what there is to say about it. */
export interface ParseResult {
  tree: NotesRoot
  messages: VFileMessage[]
}

/** Notes that are decoded, before remark has parsed them. */
export interface OpenNotes {
  /** What remark has to parse; absent where the notes are plain text or too large. */
  markdown?: string
  /** Reads the notes; `parse` may know what `markdown` gives. */
  read: (parse?: ParseMarkdown) => ParseResult
}

/** Reads a file of notes. Never throws: what is wrong is in `messages`, and everything is in the tree. */
export function parseNotes(source: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  return openNotes(source, options).read()
}

/** The first half of `parseNotes`: what remark takes its time for may be done elsewhere before the second. */
export function openNotes(source: string | Uint8Array, options: ParseOptions = {}): OpenNotes {
  const { markdown, readTree } = decodeNotes(source, options)
  const read = (parse?: ParseMarkdown): ParseResult => {
    const { context, ...result } = readTree(parse)
    attempt(() => applySyntax(result.tree, context), context)
    return { ...result, messages: withoutRepeated(result.messages) }
  }
  return markdown === undefined ? { read } : { markdown, read }
}

type ReadTree = (parse?: ParseMarkdown) => ParseResult & { context: ParseContext }

/** Reads a file into events, sessions and sections alone, as the constructs of notes find it. */
export function readNotes(source: string | Uint8Array, options: ParseOptions): ReturnType<ReadTree> {
  return decodeNotes(source, options).readTree()
}

function decodeNotes(
  source: string | Uint8Array,
  options: ParseOptions,
): { markdown?: string | undefined; readTree: ReadTree } {
  const { file, role = 'book' } = options
  const messages: VFileMessage[] = []
  const report: ParseContext['report'] = (rule, detail) => {
    messages.push(createMessage(rule, file === undefined ? detail : { ...detail, file }))
  }
  const decoded = decode(source, options.encoding)
  const { text } = decoded
  const placer = createPlacer(text)
  const { frontMatter, end, problems } = readFrontMatter(text, placer)
  const context: ParseContext = {
    role,
    source: text,
    bodyStart: end,
    people: options.people ?? [],
    report,
    point: placer.point,
    ...(file !== undefined && { file }),
    ...(frontMatter && { frontMatter }),
  }
  if (options.encoding !== undefined && !knowsEncoding(options.encoding))
    report(rule.unknownEncoding, {
      reason: `The encoding “${options.encoding}” is not known, so it is guessed.`,
    })
  reportText(decoded, context)
  for (const problem of problems) report(rule.frontMatter, problem)
  checkFrontMatter(context)
  const plain = isPlain(options)
  const prepared = plain ? undefined : attempt(() => prepareMarkdown(text.slice(end)), context)
  const readTree: ReadTree = (parse) => {
    const read = (): Root | undefined =>
      plain ? readPlain(text, context, options) : prepared && readMarkdown(prepared, context, parse)
    const root = attempt(read, context) ?? unread('failure', context)
    const tree = assemble(root, plain ? defaultLevels[role] : levelsOf(options, frontMatter), context)
    // A file that was refused has its diagnostic.
    if (!isUnread(root)) reportUntitled(tree, context)
    return { tree, messages, context }
  }
  return { markdown: prepared?.markdown, readTree }
}

/** An event that only holds sessions may be named by another file of its folder. */
function reportUntitled(tree: NotesRoot, { point, report }: ParseContext): void {
  for (const event of tree.children) {
    const sessions = event.children.filter((child) => child.type === 'session')
    const named = sessions.length === event.children.length ? sessions : [event, ...sessions]
    for (const { type, title, children } of named) {
      if (title !== '') continue
      const place = children.find(({ position }) => position)?.position ?? point(0)
      report(rule.untitled, { reason: `This ${type} has no title.`, place })
    }
  }
}

/**
 * Does what may only fail by a fault of ours or of remark's, such as a stack that is too deep: notes are not lost by
 * it.
 */
function attempt<T>(run: () => T, { report }: ParseContext): T | undefined {
  try {
    return run()
  } catch (error) {
    const reason = `The parser failed on this file (${String(error)}); what it could not read is kept as it is.`
    report(rule.failure, { reason })
    return undefined
  }
}

/** Whether a file is plain text, which remark does not read. */
export function isPlain({ input, file }: ParseOptions): boolean {
  return input ? input === 'text' : /\.(?:txt|text)$/i.test(file ?? '')
}

function levelsOf({ role = 'book', levels }: ParseOptions, frontMatter?: FrontMatter): Levels {
  const given = frontMatter?.data['levels']
  const own = given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : {}
  const level = (key: keyof Levels) => {
    const value = own[key]
    return typeof value === 'number' && value >= 0 && value <= 6
      ? value
      : (levels?.[key] ?? defaultLevels[role][key])
  }
  return { event: level('event'), session: level('session') }
}
