import type { List, ListContent, Nodes, Paragraph } from 'mdast'
import type { Event, NotesRoot, Section, Session } from '../nodes.ts'

/** A node with a title and contents of its own. */
export type Container = Event | Session | Section

/** Where a container stands: the event and, if there is one, the session around it (or the container itself). */
export interface Scope {
  event: Event
  session?: Session
  /** The innermost section around the container, or the container itself. */
  section?: Section
  /** The role of the innermost section around the container (or of itself) that has one. */
  role?: NonNullable<Section['role']>
}

/** An item of a list, whatever it has been read as. */
export type Item = ListContent

/** Calls `visit` for every event, session and section, the outer ones first. */
export function eachContainer(tree: NotesRoot, visit: (node: Container, scope: Scope) => void): void {
  const stack: [Container, Scope][] = tree.children.map((event): [Container, Scope] => [event, { event }])
  stack.reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, scope] = next
    visit(node, scope)
    const inner: [Container, Scope][] = []
    for (const child of node.children) {
      if (child.type === 'session') inner.push([child, { event: scope.event, session: child }])
      else if (child.type === 'section') inner.push([child, scopeOf(child, scope)])
    }
    for (const entry of inner.reverse()) stack.push(entry)
  }
}

function scopeOf(section: Section, outer: Scope): Scope {
  const role = section.role ?? outer.role
  return { ...outer, section, ...(role && { role }) }
}

/** The node whose fields speak for a scope: the session, else the event. */
export function ownerOf(scope: Scope): Event | Session {
  return scope.session ?? scope.event
}

/** The items of a list, whatever they have been read as. */
export function itemsOf(list: List): Item[] {
  return list.children
}

/** The lists that stand among the blocks of an item. */
export function listsIn(item: Item): List[] {
  return (item.children as Nodes[]).filter((child): child is List => child.type === 'list')
}

/** The first paragraph of an item, if the item begins with one. */
export function leadOf(item: Item): Paragraph | undefined {
  const first = item.children[0]
  return first?.type === 'paragraph' ? first : undefined
}

/** Calls `visit` for every list below a container, not going into sections or sessions, the outer ones first. */
export function eachList(
  container: Container,
  visit: (list: List, parents: readonly Item[], before: Nodes | undefined) => void,
): void {
  const stack: [List, readonly Item[], Nodes | undefined][] = []
  const pushLists = (nodes: readonly Nodes[], parents: readonly Item[]): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]
      if (node?.type === 'list') stack.push([node, parents, nodes[index - 1]])
      // Answers stand directly among a question's children, without a list of their own.
      else if (node?.type === 'answer') pushLists(node.children, [...parents, node as unknown as Item])
    }
  }
  pushLists(container.children as Nodes[], [])
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [list, parents, before] = next
    visit(list, parents, before)
    const items = itemsOf(list)
    for (let index = items.length - 1; index >= 0; index--) {
      const item = items[index]
      if (item && item.children.length > 1) pushLists(item.children as Nodes[], [...parents, item])
    }
  }
}
