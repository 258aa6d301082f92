import type { Code, Heading, Nodes, Paragraph, Root } from 'mdast'
import type { Position } from 'unist'
import type { ParseContext } from '../context.ts'
import type { Verbatim } from '../nodes.ts'
import { splitParagraph } from '../syntax/split-text.ts'
import { eachNode } from './walk.ts'

/** MyST's and Sphinx' directives; another name in braces is a program's language, e.g. `{bash}`. */
const DIRECTIVE =
  /^\{(?:figure|image|note|warning|tip|hint|important|caution|danger|error|attention|seealso|admonition|card|grid|grid-item-card|dropdown|tab-set|tab-item|toctree|contents|include|literalinclude|code-block|code-cell|code|math|table|list-table|csv-table|glossary|index|only|raw|eval-rst|rubric|epigraph|sidebar|topic|margin|versionadded|versionchanged|deprecated|mermaid|youtube|bibliography|footbibliography|revealjs-[a-z]+)\}$/

/**
 * Keeps as it is what is not Markdown: Liquid's tags, kramdown's attribute lists, MyST's directives, HackMD's tags.
 * Only blocks that hold nothing else are kept so; inside a text they stay text.
 */
export function keepVerbatim(root: Root, context: ParseContext): void {
  eachNode(root, (node) => {
    if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return
    const children = node.children as Nodes[]
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      const parts = child.type === 'paragraph' ? withoutAttributes(child, context) : undefined
      if (parts) children.splice(index, 1, ...parts)
      const found = verbatimOf(children[index]!, context.source)
      if (found) children[index] = found
    }
  })
}

/** Parts a paragraph from kramdown's attribute list in its last line. */
function withoutAttributes(node: Paragraph, context: ParseContext): Paragraph[] | undefined {
  const last = node.children.at(-1)
  const line = last?.type === 'text' ? /\n\{:[^{}\n]*\}$/.exec(last.value) : null
  return line ? splitParagraph(node, node.children.length - 1, line.index + 1, context) : undefined
}

function verbatimOf(node: Nodes, source: string): Verbatim | undefined {
  if (node.type === 'paragraph') return paragraph(node, source)
  if (node.type === 'code') return directive(node, source)
  return node.type === 'heading' ? hackmdTags(node, source) : undefined
}

function paragraph(node: Paragraph, source: string): Verbatim | undefined {
  const { position } = node
  const first = node.children[0]
  if (!position || first?.type !== 'text' || !/^[{:]/.test(first.value)) return undefined
  // A paragraph's lines have no indentation of their own.
  const value = slice(source, position).replace(/((?:\r\n|\n|\r))[ \t]*/g, '$1')
  const syntax = syntaxOf(value)
  return syntax ? { type: 'verbatim', syntax, value, position } : undefined
}

function syntaxOf(value: string): string | undefined {
  if (/^\{:[^{}\r\n]*\}$/.test(value)) return 'kramdown'
  if (/^:{3,}\{[^{}\r\n]+\}/.test(value) && /[\r\n]:{3,}[ \t]*$/.test(value)) return 'myst'
  return /^\{[%{]/.test(value) && value.replace(/\{%.*?%\}|\{\{.*?\}\}/gs, '').trim() === ''
    ? 'liquid'
    : undefined
}

function directive(node: Code, source: string): Verbatim | undefined {
  const { lang, meta, value, position } = node
  if (!position || !lang || !DIRECTIVE.test(lang)) return undefined
  const fence = /^[`~]+/.exec(slice(source, position))?.[0]
  if (!fence) return undefined
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
