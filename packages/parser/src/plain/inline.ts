import type { Paragraph, PhrasingContent } from 'mdast'
import { type Line, placeBetween } from './lines.ts'

/** A stretch of one line that belongs to a paragraph. */
export interface Stretch {
  line: Line
  start: number
  end: number
}

/** An image, a URL, a name that begins with www, an address: each as in GitHub's Markdown, or a little more. */
const links = new RegExp(
  [
    String.raw`!\[(?<alt>[^[\]\n]*)\]\((?<image>[^()\s]+)\)`,
    String.raw`(?:https?:\/\/[\w.:@%-]+|(?<www>(?<![\w.])www\.[\w.-]+))(?:[/?#][^\s<>"'\x60「」『』（）【】、。，｡､\u3000]*)?`,
    String.raw`(?<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`,
  ].join('|'),
  'gi',
)

/** A paragraph out of stretches of lines; the lines stay lines of its text. */
export function paragraphOf(source: string, stretches: Stretch[]): Paragraph {
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return { type: 'paragraph', children: [] }
  return {
    type: 'paragraph',
    children: readPhrasing(source, stretches),
    position: placeBetween(first.line, first.start, last.line, last.end),
  }
}

/** Phrasing out of plain text: bare URLs become links, `![alt](path)` becomes an image, all else is text. */
export function readPhrasing(source: string, stretches: Stretch[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let value = ''
  let from: Stretch | undefined
  const flush = (stretch: Stretch, end: number) => {
    if (value && from) {
      nodes.push({ type: 'text', value, position: placeBetween(from.line, from.start, stretch.line, end) })
    }
    value = ''
    from = undefined
  }
  let previous: Stretch | undefined
  for (const stretch of stretches) {
    if (previous) {
      from ??= { ...previous, start: previous.end }
      value += '\n'
    }
    let at = stretch.start
    const text = source.slice(stretch.start, stretch.end)
    for (const match of text.matchAll(links)) {
      const { alt = '', image, www, mail } = match.groups ?? {}
      const found = image === undefined ? trimUrl(match[0]) : match[0]
      const start = stretch.start + match.index
      const end = start + found.length
      if (start > at) {
        from ??= { ...stretch, start: at }
        value += source.slice(at, start)
      }
      if (value) flush(stretch, start === at && previous ? previous.end : start)
      const position = placeBetween(stretch.line, start, stretch.line, end)
      if (image === undefined) {
        const url = (mail ? 'mailto:' : www ? 'http://' : '') + found
        const child: PhrasingContent = { type: 'text', value: found, position }
        nodes.push({ type: 'link', title: null, url, children: [child], position: { ...position } })
      } else nodes.push({ type: 'image', title: null, url: image, alt, position })
      at = end
    }
    if (at < stretch.end) {
      from ??= { ...stretch, start: at }
      value += source.slice(at, stretch.end)
    }
    previous = stretch
  }
  if (previous) flush(previous, previous.end)
  return nodes
}

/** A URL without the punctuation that ends the sentence around it, and without a bracket that it does not open. */
function trimUrl(text: string): string {
  let open = 0
  for (const char of text) open += char === '(' ? 1 : char === ')' ? -1 : 0
  let end = text.length
  for (; end > 0; end--) {
    const char = text[end - 1] ?? ''
    if (char === ')' && open < 0) open++
    else if (!'.,;:!?*_~]}'.includes(char)) break
  }
  return text.slice(0, end)
}
