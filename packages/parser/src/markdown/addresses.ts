import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import type { ParseContext } from '../context.ts'
import { locate } from './locate.ts'
import { eachNode } from './walk.ts'

/** Japanese marks that no address holds, a bracket before Japanese text, and letters right behind a host. */
const BEHIND =
  /[\u3000、。，．：；！？（）「」『』【】〈〉《》〔〕…→]|\](?=[^\x00-\x7F])|(?<=^(?:https?:\/\/|www\.)[a-z\d.-]*[a-z\d])[^\x00-\x7F]/iu

/**
 * Ends bare addresses where Japanese text goes on without a space: to GFM, all of `https://a.example/x、それから` is
 * one address.
 */
export function endAddresses(root: Root, context: ParseContext): void {
  const transforms = gfmAutolinkLiteralFromMarkdown().transforms ?? []
  // What stands behind an address may hold the next one.
  for (let round = 0; round < MAX_ROUNDS && cutAll(root, context); round++) {
    for (const transform of transforms) transform(root)
    locate(root, context.source)
  }
}

/** Addresses that may follow each other without a space. */
const MAX_ROUNDS = 50

/** Shortens the bare addresses that Japanese text follows; whether there were any. */
function cutAll(root: Root, context: ParseContext): boolean {
  let found = false
  eachNode(root, (node) => {
    if (!('children' in node) || node.type === 'link') return
    const children = node.children as PhrasingContent[]
    for (let index = 0; index < children.length; index++) {
      const link = children[index] as Nodes
      const rest = link.type === 'link' ? cut(link, context) : undefined
      if (!rest) continue
      found = true
      const next = children[index + 1]
      if (next?.type === 'text') {
        next.value = rest.value + next.value
        next.position!.start = rest.position!.start
      } else children.splice(index + 1, 0, rest)
    }
  })
  return found
}

// oxlint-disable-next-line no-control-regex -- the range of ASCII
const isAscii = /^[\0-\x7f]*$/

/** Shortens a bare address in place; gives the text that stands behind it. */
function cut(link: Link, { source, point }: ParseContext): Text | undefined {
  const [text] = link.children
  if (text?.type === 'text' && isAscii.test(text.value)) return undefined
  const { start, end } = link.position!
  if (text?.type !== 'text' || source.slice(start.offset, end.offset) !== text.value) return undefined
  const at = BEHIND.exec(text.value)?.index
  if (at === undefined) return undefined
  const behind = text.value.slice(at)
  link.url = link.url.slice(0, link.url.length - behind.length)
  text.value = text.value.slice(0, at)
  const middle = point(start.offset! + at)
  link.position = { start, end: middle }
  text.position = { start: { ...start }, end: { ...middle } }
  return { type: 'text', value: behind, position: { start: { ...middle }, end } }
}
