import type { NotesRoot } from '@notes/parser'
import type { Definition, FootnoteDefinition } from 'mdast'
import type { Node, Parent } from 'unist'

type AnyDefinition = Definition | FootnoteDefinition

/** Definitions of links and footnotes by file, and by kind and name. */
export type Definitions = Map<string, Map<string, AnyDefinition>>

/** Collects what the links and footnotes of each file are defined as; the first definition of a name counts. */
export function collectDefinitions(tree: NotesRoot): Definitions {
  const result: Definitions = new Map()
  for (const event of tree.children) {
    const file = event.data?.file ?? ''
    addDefinitions(event, file, result)
    for (const child of event.children) {
      if (child.type === 'session') addDefinitions(child, child.data?.file ?? file, result)
    }
  }
  return result
}

function addDefinitions(root: Node, file: string, result: Definitions): void {
  const ofFile = result.get(file) ?? new Map<string, AnyDefinition>()
  result.set(file, ofFile)
  addFrom(root, ofFile)
}

function addFrom(root: Node, ofFile: Map<string, AnyDefinition>): void {
  eachNode(root, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    const definition = node as AnyDefinition
    const key = keyOf(definition)
    if (!ofFile.has(key)) ofFile.set(key, definition)
  })
}

/**
 * Definitions that the nodes of a chapter use: they may stand anywhere in the chapter's file, e.g. all at its end; for
 * what is no note (a preface, an entry of the glossary), among the nodes themselves.
 */
export function usedDefinitions(
  nodes: readonly object[],
  file: string | undefined,
  all: Definitions,
): AnyDefinition[] {
  const ofFile = all.get(file ?? '')
  if (file !== undefined && ofFile?.size === 0) return []
  let own: Map<string, AnyDefinition> | undefined
  const ownDefinition = (key: string): AnyDefinition | undefined => {
    if (!own) {
      own = new Map()
      for (const node of nodes) addFrom(node as Node, own)
    }
    return own.get(key)
  }
  const used = new Map<string, AnyDefinition>()
  const queue = [...(nodes as Node[])]
  for (let node = queue.pop(); node; node = queue.pop()) {
    eachNode(node, (reference) => {
      if (!/^(?:link|image|footnote)Reference$/u.test(reference.type)) return
      const kind = reference.type === 'footnoteReference' ? 'footnoteDefinition' : 'definition'
      const key = keyOf({ type: kind, identifier: (reference as unknown as AnyDefinition).identifier })
      if (used.has(key)) return
      const definition = ofFile?.get(key) ?? ownDefinition(key)
      if (!definition) return
      used.set(key, definition)
      queue.push(definition)
    })
  }
  return [...used.values()]
}

/** Calls back for a node and what is below it, but for the sessions of an event. */
function eachNode(node: Node, use: (node: Node) => void): void {
  use(node)
  const { children } = node as Partial<Parent>
  if (!children) return
  for (const child of children) if (child.type !== 'session') eachNode(child, use)
}

function keyOf({ type, identifier }: Pick<AnyDefinition, 'type' | 'identifier'>): string {
  return `${type} ${identifier.toUpperCase()}`
}
