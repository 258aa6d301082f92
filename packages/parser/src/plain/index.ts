import type { Heading, Root, RootContent } from 'mdast'
import type { ParseContext } from '../context.ts'
import { type Block, layoutOf, readBlocks } from './blocks.ts'
import { paragraphOf, readPhrasing } from './inline.ts'
import { findLevels, type Reading } from './levels.ts'
import { placeBetween, scanLines } from './lines.ts'
import { maxDepth, readLists } from './lists.ts'
import { plainRule } from './rules.ts'
import { findTitles, titlesOf } from './titles.ts'

/**
 * Reads plain-text notes: bare titles between blank lines, bullets indented by two spaces a level.
 *
 * The result is an mdast root like that of a Markdown file: headings (depth 1 event, 2 session, 3 and deeper
 * sections), lists of listItems, paragraphs, every node with its `position` in `text`.
 */
export function readPlain(text: string, context: ParseContext): Root {
  const lines = scanLines(text, context.bodyStart)
  const layout = layoutOf(lines)
  const row = findTitles(readBlocks(lines, layout))
  const readings = new Map(
    findLevels(titlesOf(row), context.role, () => undefined).map((reading) => [reading.title, reading]),
  )
  const children = row.flatMap((part): RootContent[] => {
    if (part.type === 'block') return contentOf(text, part.block, layout.bareItems, context)
    const reading = readings.get(part.title)
    return reading ? [headingOf(text, reading, context)] : []
  })
  const last = lines.at(-1)
  const start = { line: 1, column: 1, offset: 0 }
  const end = last ? placeBetween(last, text.length, last, text.length).end : start
  return { type: 'root', children, position: { start, end } }
}

function headingOf(text: string, { title, level, sign }: Reading, { role }: ParseContext): Heading {
  const depths =
    role === 'book'
      ? ({ event: 1, session: 2, section: 3 } as const)
      : ({ event: 1, session: 1, section: 2 } as const)
  return {
    type: 'heading',
    depth: depths[level],
    children: readPhrasing(text, [{ line: title.line, start: title.textStart, end: title.textEnd }]),
    data: { inferred: [{ field: 'depth', rule: sign }] },
    position: placeBetween(title.line, title.line.textStart, title.underline ?? title.line),
  } as Heading
}

function contentOf(text: string, block: Block, bareItems: boolean, context: ParseContext): RootContent[] {
  const [first] = block.lines
  const last = block.lines.at(-1)
  if (!first || !last) return []
  if (block.kind === 'rule')
    return [{ type: 'thematicBreak', position: placeBetween(first, first.textStart, last) }]
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
    const inner = block.lines.slice(1, -1)
    const cut = (line: (typeof inner)[number]) =>
      text.slice(Math.min(line.textStart, line.start + first.indent), line.end)
    return [
      {
        type: 'code',
        lang: lang || null,
        meta: null,
        value: inner.map(cut).join('\n'),
        position: placeBetween(first, first.textStart, last),
      },
    ]
  }
  const stretches = block.lines.map((line) => ({ line, start: line.textStart, end: line.end }))
  return [paragraphOf(text, stretches)]
}
