import type { Root, RootContent } from 'mdast'
import type { ParseContext } from '../context.ts'
import { keepVerbatim } from '../markdown/verbatim.ts'
import { type Block, layoutOf, readBlocks } from './blocks.ts'
import { readHeadings } from './headings.ts'
import { type Hints, readHints, type TitleHints } from './hints.ts'
import { paragraphOf } from './inline.ts'
import { type Line, placeBetween, scanLines } from './lines.ts'
import { maxDepth, readLists } from './lists.ts'
import { plainRule } from './rules.ts'
import type { TitleLine } from './sign.ts'
import { findTitles, titlesOf } from './titles.ts'

/** What the caller knows of a text. */
export interface PlainOptions {
  titles?: TitleHints
  /** Numbers of `#` before the titles of events and sessions; 0 where there are none of them. */
  levels?: { event?: number; session?: number }
}

/**
 * Reads plain-text notes: bare titles between blank lines, bullets indented by two spaces a level.
 *
 * The result is an mdast root like that of a Markdown file: headings (depth 1 event, 2 session, 3 and deeper
 * sections), lists of listItems, paragraphs, every node with its `position` in `text`.
 */
export function readPlain(text: string, context: ParseContext, options: PlainOptions = {}): Root {
  const hints = readHints(context, options.titles, options.levels)
  const lines = scanLines(text, context.bodyStart)
  const layout = layoutOf(lines)
  const row = findTitles(readBlocks(lines, layout), (title, score) => isTitle(title, score, hints, context))
  const headings = readHeadings(titlesOf(row), hints, context)
  hints.finish()
  const children = row.flatMap((part): RootContent[] => {
    if (part.type === 'block') return contentOf(text, part.block, layout.bareItems, context)
    const heading = headings.get(part.title)
    return heading ? [heading] : []
  })
  const last = lines.at(-1)
  const start = { line: 1, column: 1, offset: 0 }
  const end = last ? placeBetween(last, text.length, last, text.length).end : start
  const root: Root = { type: 'root', children, position: { start, end } }
  keepVerbatim(root, context)
  return root
}

function isTitle(title: TitleLine, score: number, hints: Hints, { report }: ParseContext): boolean {
  const hinted = hints.of(title)
  if (hinted) return hinted !== 'prose'
  const is = score >= 1
  if (Math.abs(score - 1) < 0.5) {
    report(plainRule.plainTitle, {
      place: placeBetween(title.line, title.line.textStart, title.line),
      reason: `“${title.text}” is read as ${is ? 'a title' : 'prose'}, but may be ${is ? 'prose' : 'a title'}.`,
    })
  }
  return is
}

function contentOf(text: string, block: Block, bareItems: boolean, context: ParseContext): RootContent[] {
  const [first] = block.lines
  const last = block.lines.at(-1)
  if (!first || !last) return []
  const position = placeBetween(first, first.textStart, last)
  const cut = ({ textStart, start, end }: Line) => text.slice(Math.min(textStart, start + first.indent), end)
  const valueOf = (lines: readonly Line[]) => lines.map(cut).join('\n')
  if (block.kind === 'rule') return [{ type: 'thematicBreak', position }]
  if (block.kind === 'list') {
    const { lists, tooDeep } = readLists(text, block.lines, bareItems)
    if (tooDeep) {
      const place = placeBetween(tooDeep, tooDeep.textStart, tooDeep)
      context.report(plainRule.plainDepth, {
        place,
        reason: `A list is nested deeper than ${maxDepth} levels.`,
      })
    }
    return lists
  }
  if (block.kind === 'code') {
    const lang = first.text.replace(/^[`~]+\s*/, '')
    const value = valueOf(block.lines.slice(1, -1))
    return [{ type: 'code', lang: lang || null, meta: null, value, position }]
  }
  if (block.kind === 'verbatim')
    return [{ type: 'verbatim', syntax: block.syntax ?? '', value: valueOf(block.lines), position }]
  const stretches = block.lines.map((line) => ({ line, start: line.textStart, end: line.end }))
  return [paragraphOf(text, stretches)]
}
