import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ParseContext } from '../context.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** Reads Markdown notes, GFM and what people write beside it, into an mdast root. */
export function readMarkdown(text: string, context: ParseContext): Root {
  const line = context.point(context.bodyStart).line
  // Blank lines in place of the front matter keep every position.
  const head = text.slice(0, context.bodyStart).replace(/[^\r\n]/g, ' ')
  void line
  return processor.parse(head + text.slice(context.bodyStart))
}
