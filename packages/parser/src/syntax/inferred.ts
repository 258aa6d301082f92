import type { Node } from 'unist'
import type { Inference, NotesData } from '../nodes.ts'

/** Says in `data.inferred` which rule found a field of a node. */
export function infer(node: Node, field: string, rule: string): void {
  const data = ((node as { data?: NotesData }).data ??= {})
  const list: Inference[] = (data.inferred ??= [])
  if (!list.some((entry) => entry.field === field && entry.rule === rule)) list.push({ field, rule })
}
