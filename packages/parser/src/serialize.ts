import type { FrontmatterContent, Link, Text } from 'mdast'
import { defaultHandlers } from 'mdast-util-to-markdown'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { gfmOptions } from './markdown/gfm.ts'
import type { NotesRoot, Ruby, Verbatim } from './nodes.ts'
import { toWritable } from './to-mdast.ts'

type Handlers = NonNullable<Options['handlers']>

/** Addresses that may stand between angle brackets; GFM finds more, e.g. with `_` in the domain. */
const PLAIN_ADDRESS =
  /^(?:https?:\/\/[^\s<>]*|mailto:[^\s<>@]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*)$/i

/** One tilde between others is read as it stands; `9時\~10時` would only be harder to read. */
const LONE_TILDE = /(?<=[^~\\])\\~(?=[^~\\])/g

/** A marker at the head of a line, but for the first. */
const MARKER_LINE = /([\r\n][ \t\u3000]*)(\d{1,9}[.)]|[-*+])(?=[ \t\u3000\r\n]|$)/g

const handlers: Handlers = {
  link: (node: Link, parent, state, info) => {
    const { options } = state
    const { resourceLink } = options
    options.resourceLink = !PLAIN_ADDRESS.test(node.url)
    const written = defaultHandlers.link(node, parent, state, info)
    options.resourceLink = resourceLink
    return written
  },
  text: (node: Text, parent, state, info) => {
    const written = defaultHandlers.text(node, parent, state, info)
    // Of two markers in lines that follow each other, remark escapes the first alone.
    return written
      .replace(LONE_TILDE, '~')
      .replace(
        MARKER_LINE,
        (_, before: string, sign: string) => `${before}${sign.slice(0, -1)}\\${sign.at(-1)}`,
      )
  },
  yaml: (node: FrontmatterContent) => `---\n${node.value}\n---`,
  toml: (node: FrontmatterContent) => `+++\n${node.value}\n+++`,
  verbatim: (node: Verbatim) => node.value,
  ruby: (node: Ruby, _, state, info) => {
    // A bar would end the cell of a table.
    const bar = state.stack.includes('tableCell') ? '\\|' : '|'
    const base = state.containerPhrasing(node, info)
    return `{${[base, ...node.readings].join(bar)}}`
  },
}

/** What `parseNotes` reads as a marker and CommonMark does not: with full-width spaces before it or behind it. */
const unsafe: NonNullable<Options['unsafe']> = [
  ...['-', '*', '+'].map((character) => ({ character })),
  ...['.', ')'].map((character) => ({ character, before: '\\d+' })),
].flatMap(({ character, before = '' }: { character: string; before?: string }) => [
  { atBreak: true, ...(before && { before }), character, after: '\u3000' },
  { atBreak: true, before: `\u3000[\t \u3000]*${before}`, character, after: '[\t \u3000\r\n]' },
])

const LINE_END = '[ \\t]*(?=[\\r\\n]|$)'

/** What `parseNotes` keeps verbatim where it stands in a line of its own. */
const verbatim: NonNullable<Options['unsafe']> = [
  { character: '{', after: `%[^\\r\\n]*%\\}${LINE_END}` },
  { character: '{', after: `\\{[^\\r\\n]*\\}\\}${LINE_END}` },
  { character: '{', after: `:[^\\r\\n]*\\}${LINE_END}` },
  { character: ':', after: '::+\\{[^{}\\r\\n]+\\}' },
  { character: '(', after: `[^()\\s]+\\)=${LINE_END}` },
].map((pattern) => ({ ...pattern, atBreak: true }))

const processor = unified()
  .use(remarkGfm, gfmOptions)
  .use(remarkStringify, { bullet: '-', bulletOther: '+', handlers, unsafe: [...unsafe, ...verbatim] })
  .freeze()

/** Writes a notes tree as Markdown; parsing it gives the same tree but for positions and inferences. */
export function serializeNotes(tree: NotesRoot): string {
  return processor.stringify(toWritable(tree))
}
