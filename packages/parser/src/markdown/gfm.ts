import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import type {} from 'remark-parse'
import type { Data, Processor } from 'unified'
import { textOf } from '../syntax/phrasing-text.ts'
import { eachNode } from './walk.ts'

/** One tilde is a wave dash in Japanese notes (`9時~10時`), so that only two strike text through. */
export const gfmOptions = { singleTilde: false }

type Extension = Extract<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>[number]
type Transform = NonNullable<Extension['transforms']>[number]

/** What an address that GFM links has in it. */
const address = /@|https?:|www\./iu

/** GFM, its search for addresses only in blocks that hold one: it costs as much as a tenth of all reading. */
export function gfm(this: Processor): void {
  remarkGfm.call(this as never, gfmOptions)
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(narrowed)
}

function narrowed(extension: Extension): Extension {
  const { transforms } = extension
  return transforms ? { ...extension, transforms: transforms.map(onBlocksWithAddress) } : extension
}

function onBlocksWithAddress(transform: Transform): Transform {
  return (root: Root) => {
    const blocks: Nodes[] = []
    eachNode(root, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
      if (address.test(textOf(node))) blocks.push(node)
    })
    for (const block of blocks) transform(block as unknown as Root)
  }
}
