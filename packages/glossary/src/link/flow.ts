import type { PhrasingContent, Text } from 'mdast'
import type { Parent } from 'unist'

/** Stands for what no term is looked for in: it ends a word. */
const objectCharacter = '\ufffc'
/** Phrasing whose words go on outside it: `**マイクロ**サービス`. */
const transparentTypes = new Set(['emphasis', 'strong', 'delete'])
/** `<!--nolink-->` right before a word keeps it from being linked. */
const nolinkPattern = /^<!--\s*nolink\s*-->$/

/** A text node of a flow and where it begins in the flow's text. */
interface FlowText {
  node: Text
  parent: Parent
  start: number
}

/** The text of a block's phrasing as one string, in which words that markup cuts up are whole. */
export interface Flow {
  text: string
  nodes: FlowText[]
  /** Offsets at which no term may begin. */
  escapes: Set<number>
}

/** Makes the flow of a paragraph, a table cell or other parent of phrasing. */
export function flowOf(block: Parent): Flow {
  const flow: Flow = { text: '', nodes: [], escapes: new Set() }
  collect(block, flow)
  return flow
}

function collect(parent: Parent, flow: Flow): void {
  for (const node of parent.children as PhrasingContent[]) {
    if (node.type === 'text') {
      flow.nodes.push({ node, parent, start: flow.text.length })
      flow.text += node.value
    } else if (transparentTypes.has(node.type)) collect(node as Parent, flow)
    else if (node.type === 'break') flow.text += '\n'
    else if (node.type !== 'html') flow.text += objectCharacter
    else if (nolinkPattern.test(node.value)) flow.escapes.add(flow.text.length)
  }
}
