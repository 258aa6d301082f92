import type { Paragraph, Text } from 'mdast'
import type { ParseContext } from '../context.ts'

/**
 * Where each unit of a text node's value stands in the source; one entry more than the value has units. A text that
 * the source writes with escapes, entities or the indentation of its list is followed through these.
 *
 * Returns nothing where the text cannot be found in the source.
 */
export function offsetsOf(node: Text, source: string): number[] | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return undefined
  const { value } = node
  // Plain text, and most of Markdown, is written as it is.
  if (end - start === value.length && source.startsWith(value, start))
    return Array.from({ length: value.length + 1 }, (_, index) => start + index)
  const offsets: number[] = []
  let at = start
  for (let index = 0; index < value.length; index++) {
    const unit = value[index]
    if (value[index - 1] === '\n')
      while (at < end && source[at] !== unit && /[ \t\u3000>]/.test(source[at] ?? '')) at++
    // White space at the end of a line is no part of the text.
    if (unit === '\n') while (at < end && /[ \t]/.test(source[at] ?? '')) at++
    if (source[at] === '\r' && unit === '\n') at++
    const isEscaped = source[at] === '\\' && source[at + 1] === unit
    offsets.push(at)
    if (isEscaped && unit !== '\\') at++
    else if (source[at] === '\\' && unit === '\\' && source[at + 1] === '\\') at++
    const entity =
      unit === '&' && !isEscaped ? /^&(?:amp|#38|#x26);/i.exec(source.slice(at, at + 6))?.[0] : undefined
    if (entity && !isLiteral(entity, index, at)) at += entity.length
    else if (source[at] === unit || (unit === ' ' && source[at] === '\u3000')) at++
    else if (source[at] === '&') {
      const close = source.indexOf(';', at)
      if (close < 0 || close > at + 32) return undefined
      at = close + 1
      // An entity outside of the basic plane is two units of the value.
      if (/[\ud800-\udbff]/.test(unit ?? '')) offsets.push(offsets[index++] ?? at)
    } else return undefined
  }
  offsets.push(at)
  return offsets

  /** In plain text `&amp;` is no entity: it stands in the value, too. */
  function isLiteral(entity: string, index: number, at: number): boolean {
    return value.startsWith(entity, index) && !source.startsWith(entity.slice(1), at + entity.length)
  }
}

/**
 * Parts a text node before each of the given indices of its value. The parts' positions are those of the source;
 * nothing is returned where they cannot be told.
 */
export function splitText(node: Text, cuts: readonly number[], context: ParseContext): Text[] | undefined {
  const offsets = offsetsOf(node, context.source)
  if (!offsets) return undefined
  const edges = [0, ...cuts.filter((cut) => cut > 0 && cut < node.value.length), node.value.length]
  const parts: Text[] = []
  for (let index = 1; index < edges.length; index++) {
    const from = edges[index - 1] ?? 0
    const to = edges[index] ?? from
    if (to <= from) continue
    const position = { start: context.point(offsets[from] ?? 0), end: context.point(offsets[to] ?? 0) }
    parts.push({ type: 'text', value: node.value.slice(from, to), position })
  }
  return parts
}

/** Parts a paragraph inside one of its texts, before a unit of its value. */
export function splitParagraph(
  paragraph: Paragraph,
  child: number,
  cut: number,
  context: ParseContext,
): [Paragraph, Paragraph] | undefined {
  const node = paragraph.children[child]
  if (node?.type !== 'text' || !paragraph.position) return undefined
  const offsets = offsetsOf(node, context.source)
  if (!offsets) return undefined
  const { value } = node
  // Nothing is lost by leaving out the white space at the edges: it belongs to neither paragraph.
  const end = value.slice(0, cut).trimEnd().length
  const start = cut + /^\s*/.exec(value.slice(cut))![0].length
  const part = (from: number, to: number): Text[] => {
    if (to <= from) return []
    let end = offsets[to]!
    if (value[to] === '\n') while (/[ \t\r]/.test(context.source[end - 1] ?? '')) end--
    const position = { start: context.point(offsets[from]!), end: context.point(end) }
    return [{ type: 'text', value: value.slice(from, to), position }]
  }
  const first = [...paragraph.children.slice(0, child), ...part(0, end)]
  const second = [...part(start, value.length), ...paragraph.children.slice(child + 1)]
  const firstEnd = first.at(-1)?.position?.end
  const secondStart = second[0]?.position?.start
  if (!firstEnd || !secondStart) return undefined
  return [
    { type: 'paragraph', children: first, position: { start: paragraph.position.start, end: firstEnd } },
    { type: 'paragraph', children: second, position: { start: secondStart, end: paragraph.position.end } },
  ]
}
