import type { Association } from 'mdast'
import type { EventContent } from '../nodes.ts'
import { type Note, nodesOf } from './note.ts'

const references = new Map([
  ['linkReference', 'definition'],
  ['imageReference', 'definition'],
  ['footnoteReference', 'footnoteDefinition'],
])

/** Gives each note the definitions and footnotes that it refers to and that stand in another note of the same file. */
export function shareDefinitions(notes: readonly Note[]): void {
  const all = new Map<string, EventContent>()
  const keyOf = (from: string, type: string, node: object) =>
    `${type} ${(node as Association).identifier} ${from}`
  for (const { from, children } of notes) {
    for (const node of nodesOf(children)) {
      if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue
      const key = keyOf(from, node.type, node)
      if (!all.has(key)) all.set(key, node as unknown as EventContent)
    }
  }
  if (all.size === 0) return
  for (const { from, children } of notes) {
    const own = new Set<string>()
    const wanted: string[] = []
    const read = (nodes: readonly object[]) => {
      for (const node of nodesOf(nodes)) {
        const type = references.get(node.type)
        if (type) wanted.push(keyOf(from, type, node))
        else if (node.type === 'definition' || node.type === 'footnoteDefinition')
          own.add(keyOf(from, node.type, node))
      }
    }
    read(children)
    for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
      const definition = own.has(key) ? undefined : all.get(key)
      if (!definition) continue
      own.add(key)
      const copy = structuredClone(definition)
      children.push(copy)
      read([copy])
    }
  }
}
