import type { Link, Nodes, Parents, PhrasingContent, Text } from 'mdast'
import type { Node } from 'unist'
import type { ParseContext } from '../context.ts'
import type { SyntaxPass } from './index.ts'
import { splitText } from './split-text.ts'

/**
 * Phrasing of Cosense (Scrapbox): `[text https://…]` and `[https://… text]` are links; in notes that hold such a link
 * or an icon `[name.icon]`, `[[text]]` and `[* text]` are strong, `[/ text]` is emphasis and `[- text]` is struck out.
 * Elsewhere `[[…]]` may be a list in a programming language and stays as it is.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - [資料 https://example.com/deck] は[[必読]]
 * ```
 *
 * ```json
 * {"type": "link", "url": "https://example.com/deck", "children": [{"type": "text", "value": "資料"}]}
 * ```
 *
 * ```json
 * {"type": "strong", "children": [{"type": "text", "value": "必読"}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 行列は [[1, 2], [3, 4]] と書く
 * ```
 *
 * ```json
 * {"type": "paragraph", "children": [{"type": "text", "value": "行列は [[1, 2], [3, 4]] と書く"}]}
 * ```
 */
export const cosense: SyntaxPass = (tree, context) => {
  if (!signs.test(context.source)) return
  const waiting: Nodes[] = [tree as Node as Nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) continue
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      readPhrasing(node, context)
    else waiting.push(...(node.children as Nodes[]))
  }
}

const signs =
  /\[[^\s[\]]{1,40}\.icon(?:\*\d+)?\]|\[[^[\]\n(]{1,200}\shttps?:\/\/[^\s\]]+\]|\[https?:\/\/[^\s\]]+\s[^[\]\n]{1,200}\]/

function readPhrasing(parent: Parents, context: ParseContext): void {
  const children = linkBrackets(parent.children as PhrasingContent[], context)
  parent.children = children.flatMap((child) =>
    child.type === 'text' ? decorate(child, context) : [child],
  ) as typeof parent.children
}

/** Joins `[text `, a bare URL and `]` into a link with that text. */
function linkBrackets(children: PhrasingContent[], context: ParseContext): PhrasingContent[] {
  const found: PhrasingContent[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (!child) continue
    const before = found.at(-1)
    const after = children[index + 1]
    const joined =
      before?.type === 'text' && after?.type === 'text' && isBare(child)
        ? join(before, child, after, context)
        : undefined
    if (!joined) {
      found.push(child)
      continue
    }
    found.pop()
    found.push(...joined.before, joined.link)
    children[index + 1] = joined.after
  }
  return found.filter((child) => child.type !== 'text' || child.value !== '')
}

/** Whether a node is a URL that stands in the text as itself. */
function isBare(node: PhrasingContent): node is Link {
  const [text] = node.type === 'link' ? node.children : []
  return node.type === 'link' && text?.type === 'text' && text.value === node.url
}

function join(
  before: Text,
  link: Link,
  after: Text,
  context: ParseContext,
): { before: Text[]; link: Link; after: Text } | undefined {
  const opening = /\[([^[\]\n]{1,200}?)?\s*$/.exec(before.value)
  const closing = /^(?:\s+([^[\]\n]{1,200}))?\]/.exec(after.value)
  if (!opening || !closing || (opening[1] === undefined) === (closing[1] === undefined)) return undefined
  const start = opening.index
  const label = opening[1] ?? closing[1] ?? ''
  const head = splitText(before, [start, start + 1, start + 1 + label.length], context)
  const gap = closing[0].length - 1 - label.length
  const tail = splitText(
    after,
    closing[1] === undefined ? [1] : [gap, gap + label.length, closing[0].length],
    context,
  )
  const open = head?.find((part) => part.value.startsWith('['))
  const close = tail?.find((part) => part.value.startsWith(']'))
  const text = [...(head ?? []), ...(tail ?? [])].find((part) => part.value === label)
  if (!open?.position || !close?.position || !text || !after.position) return undefined
  const end = close.position.end
  const rest = after.value.slice(closing[0].length)
  const afterEnd = tail?.at(-1)?.position ?? close.position
  return {
    before: start ? head!.slice(0, 1) : [],
    link: {
      type: 'link',
      url: link.url,
      title: null,
      children: [text],
      position: { start: open.position.start, end },
    },
    after: {
      type: 'text',
      value: rest,
      position: rest ? { start: end, end: afterEnd.end } : { start: end, end },
    },
  }
}

const decoration = /\[\[([^[\]\n]{1,200})\]\]|\[([*/-])\s([^[\]\n]{1,200})\]/g
const kinds = { '*': 'strong', '/': 'emphasis', '-': 'delete' } as const

/** Parts a text at `[[text]]` and `[* text]`. */
function decorate(node: Text, context: ParseContext): PhrasingContent[] {
  const matches = [...node.value.matchAll(decoration)]
  if (!matches.length) return [node]
  const spans = matches.map((match) => {
    const inner = match[1] ?? match[3] ?? ''
    const from = match.index + match[0].indexOf(inner, 2)
    return {
      from,
      start: match.index,
      end: match.index + match[0].length,
      inner,
      kind: kinds[(match[2] ?? '*') as '*'],
    }
  })
  const cuts = spans.flatMap(({ start, from, inner, end }) => [start, from, from + inner.length, end])
  const parts = splitText(node, cuts, context)
  if (!parts) return [node]
  const found: PhrasingContent[] = []
  let at = 0
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!
    const span = spans.find(({ start }) => start === at)
    const [inner, close] = [parts[index + 1], parts[index + 2]]
    if (span && inner && part.position && close?.position) {
      found.push({
        type: span.kind,
        children: [inner],
        position: { start: part.position.start, end: close.position.end },
      })
      index += 2
      at = span.end
    } else {
      found.push(part)
      at += part.value.length
    }
  }
  return found
}
