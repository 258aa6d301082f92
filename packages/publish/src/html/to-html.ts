import type { Element, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

const processor = unified().use(rehypeStringify).freeze()

/** Writes a page, or an element of one, as HTML. */
export function toHtml(node: Root | Element): string {
  return processor.stringify(node.type === 'root' ? node : { type: 'root', children: [node] })
}
