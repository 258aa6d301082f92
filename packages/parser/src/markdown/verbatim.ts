import type { Code, Heading, Nodes, Paragraph, Root } from 'mdast'
import type { Position } from 'unist'
import type { ParseContext } from '../context.ts'
import type { Verbatim } from '../nodes.ts'
import { offsetsOf, splitParagraph } from '../syntax/split-text.ts'
import { REGION } from './normalize.ts'
import { eachNode } from './walk.ts'

/** MyST's and Sphinx' directives; another name in braces is a program's language, e.g. `{bash}`. */
const DIRECTIVE =
  /^\{(?:figure|image|note|warning|tip|hint|important|caution|danger|error|attention|seealso|admonition|card|grid|grid-item-card|dropdown|tab-set|tab-item|toctree|contents|include|literalinclude|code-block|code-cell|code|math|table|list-table|csv-table|glossary|index|only|raw|eval-rst|rubric|epigraph|sidebar|topic|margin|versionadded|versionchanged|deprecated|mermaid|youtube|bibliography|footbibliography|revealjs-[a-z]+)\}$/

/**
 * Keeps as it is what is not Markdown: Liquid's tags, kramdown's attribute lists, MyST's directives and targets,
 * HackMD's tags. Only blocks that hold nothing else are kept so, and attribute lists that have a line of their own;
 * inside a text they stay text.
 */
export function keepVerbatim(root: Root, context: ParseContext): void {
  eachNode(root, (node) => {
    if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return
    const children = node.children as Nodes[]
    if (!children.some(mayBeVerbatim)) return
    node.children = children.flatMap((child) =>
      (child.type === 'paragraph' ? atAttributes(child, context) : [child]).map(
        (part) => verbatimOf(part, context.source) ?? part,
      ),
    ) as typeof node.children
  })
}

function mayBeVerbatim(node: Nodes): boolean {
  if (node.type === 'paragraph')
    return node.children.some((child) => child.type === 'text' && /[{:(]/.test(child.value))
  return node.type === 'code' || node.type === 'heading'
}

const ATTRIBUTES = /(?:^|\n)(\{:[^{}\n]*\})(?=\n|$)/g

/** Parts a paragraph at the lines that are kramdown's attribute lists. */
function atAttributes(paragraph: Paragraph, context: ParseContext): Paragraph[] {
  const parts: Paragraph[] = []
  let rest: Paragraph | undefined = paragraph
  while (rest) {
    const cut = cutOf(rest, context)
    const halves: [Paragraph, Paragraph] | undefined = cut && splitParagraph(rest, cut.child, cut.at, context)
    parts.push(halves?.[0] ?? rest)
    rest = halves?.[1]
  }
  return parts
}

/** The first place where an attribute list begins or ends, not at the paragraph's edges. */
function cutOf({ children }: Paragraph, { source }: ParseContext): { child: number; at: number } | undefined {
  for (const [child, node] of children.entries()) {
    if (node.type !== 'text' || !node.value.includes('{:')) continue
    const isFirst = child === 0
    const isLast = child === children.length - 1
    for (const { 0: whole, 1: list = '', index } of node.value.matchAll(ATTRIBUTES)) {
      const start = index + whole.length - list.length
      const end = index + whole.length
      if ((start === 0 && !isFirst) || (end === node.value.length && !isLast)) continue
      const offset = offsetsOf(node, source)?.[start]
      if (offset === undefined || source[offset] === '\\') continue
      if (start > 0) return { child, at: start }
      if (node.value.slice(end).trim() !== '') return { child, at: end }
    }
  }
  return undefined
}

function verbatimOf(node: Nodes, source: string): Verbatim | undefined {
  if (node.type === 'paragraph') return paragraph(node, source)
  if (node.type === 'code') return directive(node, source)
  return node.type === 'heading' ? hackmdTags(node, source) : undefined
}

function paragraph(node: Paragraph, source: string): Verbatim | undefined {
  const { position } = node
  const first = node.children[0]
  if (!position || first?.type !== 'text' || !/^[{:(]/.test(first.value)) return undefined
  // A paragraph's lines have no indentation of their own.
  const value = slice(source, position).replace(/((?:\r\n|\n|\r))[ \t]*/g, '$1')
  const syntax = syntaxOf(value)
  return syntax ? { type: 'verbatim', syntax, value, position } : undefined
}

function syntaxOf(value: string): string | undefined {
  if (/^\{:(?::[a-z][^{}\r\n]*\/|[^{}\r\n]*)\}$/.test(value)) return 'kramdown'
  if (/^\([^()\s]+\)=$/.test(value)) return 'myst'
  return /^\{[%{]/.test(value) && value.replace(/\{%.*?%\}|\{\{.*?\}\}/gs, '').trim() === ''
    ? 'liquid'
    : undefined
}

function directive(node: Code, source: string): Verbatim | undefined {
  const { lang, meta, value, position } = node
  if (!position || !lang) return undefined
  const fence = /^[`~]+/.exec(slice(source, position))?.[0]
  // The fence of a region is not in the source.
  if (!fence)
    return lang.startsWith(REGION)
      ? { type: 'verbatim', syntax: lang.slice(REGION.length), value, position }
      : undefined
  if (!DIRECTIVE.test(lang)) return undefined
  const open = `${fence}${lang}${meta ? ` ${meta}` : ''}`
  return {
    type: 'verbatim',
    syntax: 'myst',
    value: [open, ...(value ? [value] : []), fence].join('\n'),
    position,
  }
}

/** HackMD writes a note's tags as a heading of the lowest level. */
function hackmdTags({ depth, position }: Heading, source: string): Verbatim | undefined {
  const value = position ? slice(source, position) : ''
  return depth === 6 && /^#{6}[ \t]+tags:/i.test(value)
    ? { type: 'verbatim', syntax: 'hackmd', value, position: position! }
    : undefined
}

function slice(source: string, { start, end }: Position): string {
  return source.slice(start.offset, end.offset)
}
