import { createMessage, withoutRepeated } from '@notes/parser'
import type { Html, Nodes } from 'mdast'
import type { Parent, Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Found } from './references.ts'
import { loadRule } from './rules.ts'

/** Elements without an end tag, and those whose end tag HTML lets one leave out. */
const open = new Set(
  'area base br col embed hr img input link meta param source track wbr dd dt li option p tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/giu

/** Reports tags that open and never close, or close and never open; many of one file are summed up. */
export function checkHtml(found: readonly Found[]): VFileMessage[] {
  const messages: VFileMessage[] = []
  const seen = new Set<Parent>()
  for (const { node, file, parent } of found) {
    if (node.type !== 'html' || seen.has(parent)) continue
    seen.add(parent)
    checkSiblings(parent.children as Nodes[], file, messages)
  }
  return withoutRepeated(messages)
}

function checkSiblings(siblings: readonly Nodes[], file: string, messages: VFileMessage[]): void {
  const opened: { name: string; place: Position | undefined }[] = []
  const report = (reason: string, place: Position | undefined): void => {
    messages.push(createMessage(loadRule.unclosedHtml, { reason, place, file }))
  }
  for (const { name, closes, place } of siblings.flatMap((one) => (one.type === 'html' ? tagsOf(one) : []))) {
    if (!closes) opened.push({ name, place })
    else {
      const index = opened.findLastIndex((one) => one.name === name)
      if (index < 0) report(`</${name}> closes a tag that is not open here.`, place)
      else
        opened
          .splice(index)
          .slice(1)
          .forEach((one) => report(unclosed(one.name), one.place))
    }
  }
  for (const { name, place } of opened) report(unclosed(name), place)
}

function unclosed(name: string): string {
  return `<${name}> is not closed.`
}

function tagsOf(node: Html): { name: string; closes: boolean; place: Position | undefined }[] {
  return [...node.value.matchAll(tag)].flatMap((match) => {
    const [whole, slash, written, selfClosing] = match
    const name = written?.toLowerCase() ?? ''
    if (written === undefined || selfClosing || open.has(name)) return []
    return [{ name, closes: slash === '/', place: placeIn(node, match.index, whole.length) }]
  })
}

/** Where a part of an HTML node stands. */
function placeIn({ value, position }: Html, start: number, length: number): Position | undefined {
  if (!position) return undefined
  const point = (index: number): Point => {
    const lines = value.slice(0, index).split('\n')
    const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? position.start.column : 1)
    return { line: position.start.line + lines.length - 1, column }
  }
  return { start: point(start), end: point(start + length) }
}
