import type { Html, Root } from 'mdast'
import type { ParseContext } from '../context.ts'
import type { Rule } from '../rule.ts'
import { rule } from '../rules.ts'
import { unread } from '../unread.ts'
import { endAddresses } from './addresses.ts'
import { applyEdits, createRestore } from './edits.ts'
import { normalize, type Normalized, REGION } from './normalize.ts'
import { parseInPieces } from './pieces.ts'
import { keepVerbatim } from './verbatim.ts'
import { eachNode } from './walk.ts'

/** List items of one file that are read; more would take several GB of memory. */
const MAX_ITEMS = 250_000

/** Notes on their way to remark. */
export interface PreparedMarkdown {
  body: string
  normalized: Normalized
  /** What remark is given; absent where the notes are too large for it. */
  markdown?: string
}

/** Makes of notes what remark reads as their writer meant it. */
export function prepareMarkdown(body: string): PreparedMarkdown {
  const normalized = normalize(body)
  if (normalized.items > MAX_ITEMS) return { body, normalized }
  return { body, normalized, markdown: applyEdits(body, normalized.edits) }
}

/** Parses Markdown as `parseInPieces` does. */
export type ParseMarkdown = (markdown: string) => Root

/** Reads Markdown notes, GFM and what people write beside it, into an mdast root. */
export function readMarkdown(
  { body, normalized, markdown }: PreparedMarkdown,
  context: ParseContext,
  parse: ParseMarkdown = parseInPieces,
): Root {
  const { bodyStart, point } = context
  if (markdown === undefined) {
    context.report(rule.tooLarge, { place: point(bodyStart) })
    return unread('too-large', context)
  }
  let { edits, headings, tooDeep } = normalized
  let root = parse(markdown)
  if (countRegions(root) < normalized.regions) {
    // A fence came to stand where remark sees none: what is between the tags is read as Markdown.
    ;({ edits, headings, tooDeep } = normalize(body, false))
    root = parseInPieces(applyEdits(body, edits))
  }
  const restore = createRestore(edits)
  if (edits.length > 0 || bodyStart > 0) {
    eachNode(root, ({ position }) => {
      if (!position) return
      position.start = point(bodyStart + restore(position.start.offset!))
      position.end = point(bodyStart + restore(position.end.offset!))
    })
  }
  eachNode(root, (node) => {
    if (node.type === 'html') trimHtml(node, context)
  })
  endAddresses(root, context)
  keepVerbatim(root, context)
  reportAll(rule.headingSpace, headings)
  reportAll(rule.deepList, tooDeep)
  return root

  /** One diagnostic for all places of a kind, at the first of them. */
  function reportAll(rule: Rule, [first, ...others]: number[]): void {
    if (first === undefined) return
    const reason =
      others.length > 0 ? `${rule.summary} ${others.length} more follow in this file.` : rule.summary
    context.report(rule, { reason, place: point(bodyStart + first) })
  }
}

function countRegions(root: Root): number {
  let count = 0
  eachNode(root, (node) => {
    if (node.type === 'code' && node.lang?.startsWith(REGION)) count++
  })
  return count
}

/** HTML begins at its first sign: indented behind a list it would belong to the list's last item. */
function trimHtml(html: Html, { point, source }: ParseContext): void {
  const indent = /^[ \t]*/.exec(html.value)![0].length
  if (indent === 0) return
  html.value = html.value.slice(indent)
  // One tab in the source may be several columns of the value.
  let start = html.position!.start.offset!
  while (/[ \t\u3000]/.test(source[start] ?? '')) start++
  html.position!.start = point(start)
}
