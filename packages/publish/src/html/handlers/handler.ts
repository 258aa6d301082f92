import type { Element, ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { ChapterScope } from '../scope.ts'

/** Renders one kind of node. */
type NodeHandler<N> = (
  state: State,
  node: N,
  parent: Nodes | undefined,
) => ElementContent | ElementContent[] | undefined

/** Makes the handler of one kind of node for a chapter. */
export type HandlerFactory<N> = (scope: ChapterScope) => NodeHandler<N>

/** Whether the nodes around are list items, so that this one is an item too. */
export function inList(parent: Nodes | undefined): boolean {
  return parent?.type === 'list'
}

/** Whether the blocks of an item stand apart from each other. */
export function isLoose(
  node: { spread?: boolean | null; children: unknown[] },
  parent: Nodes | undefined,
): boolean {
  return node.spread === true || (parent?.type === 'list' && parent.spread === true)
}

/** The first paragraph of rendered blocks, or a new one put before them. */
export function leadParagraph(blocks: ElementContent[]): Element {
  const first = blocks.find((block) => block.type === 'element')
  if (first?.tagName === 'p') return first
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: [] }
  blocks.unshift(paragraph)
  return paragraph
}

/** Takes paragraphs apart where an item is tight, as Markdown does. */
export function tighten(blocks: ElementContent[], loose: boolean): ElementContent[] {
  if (loose) return blocks
  return blocks.flatMap((block) =>
    block.type === 'element' && block.tagName === 'p' && block.properties['className'] === undefined
      ? block.children
      : [block],
  )
}
