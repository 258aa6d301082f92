import type { List, ListItem, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { NotesData, NotesRoot } from './nodes.ts'

type AnyNode = Nodes | NotesRoot['children'][number] | NotesRoot['children'][number]['children'][number]

/**
 * Turns a notes tree into plain mdast, so that any remark or rehype plugin works on it. The given tree is not
 * changed.
 *
 * Events, sessions and sections are transparent: their headings and blocks stand in a row. Points, and questions,
 * definitions and actions in lists, become list items; elsewhere they are transparent too. Answers that follow each
 * other become a list below their question. A term reference gives its text, ruby its base, and what is verbatim
 * becomes `html`.
 */
export function toMdast(tree: NotesRoot): Root {
  return rootOf(tree, (node) =>
    node.type === 'verbatim' ? [{ type: 'html', value: node.value, position: node.position }] : undefined,
  )
}

/** The mdast that is written as Markdown: ruby and what is verbatim stay, a title of the front matter is left out. */
export function toWritable(tree: NotesRoot): Root {
  const root = rootOf(tree, (node, flattenAll) => {
    if (node.type === 'ruby') return [{ ...node, children: flattenAll(node.children) as PhrasingContent[] }]
    return isGenerated(node) ? [] : undefined
  })
  root.children = root.children.map((node, index) => (index > 0 ? asComment(node) : node))
  return root
}

/** Front matter of other files than the first: in the middle of a file it would become headings. */
function asComment(node: RootContent): RootContent {
  return node.type === 'yaml' || node.type === 'toml'
    ? { type: 'html', value: `<!--\n${node.value}\n-->` }
    : node
}

/** Gives what a node becomes; nothing where it becomes what it does by default. */
type Special = (node: AnyNode, flattenAll: (nodes: readonly AnyNode[]) => Nodes[]) => Nodes[] | undefined

function rootOf(tree: NotesRoot, special: Special): Root {
  const flattenAll = (nodes: readonly AnyNode[]): Nodes[] =>
    withAnswerLists(nodes).flatMap((node) => special(node, flattenAll) ?? flatten(node, flattenAll))
  const children = flattenAll(tree.children) as RootContent[]
  return { type: 'root', children: frontMatterFirst(children), position: tree.position }
}

/** Front matter is only read at the head of a file. */
function frontMatterFirst(children: RootContent[]): RootContent[] {
  const index = children.findIndex((node) => node.type === 'yaml' || node.type === 'toml')
  return index < 1 ? children : [children[index]!, ...children.slice(0, index), ...children.slice(index + 1)]
}

function isGenerated(node: AnyNode): boolean {
  const { inferred } = (node.data ?? {}) as NotesData
  return node.type === 'heading' && !!inferred?.some(({ rule }) => rule === 'front-matter-title')
}

function flatten(node: AnyNode, flattenAll: (nodes: readonly AnyNode[]) => Nodes[]): Nodes[] {
  switch (node.type) {
    case 'event':
    case 'session':
    case 'section':
    case 'question':
    case 'answer':
    case 'termDefinition':
    case 'action':
    case 'termReference':
    case 'ruby':
      return flattenAll(node.children)
    case 'list': {
      const items = (node.children as (AnyNode & Parent)[]).map((item) =>
        itemOf(item, flattenAll(item.children as AnyNode[])),
      )
      return [{ ...node, children: items }]
    }
    default:
      return 'children' in node ? [{ ...node, children: flattenAll(node.children) } as Nodes] : [node]
  }
}

function itemOf(node: AnyNode & Parent, children: Nodes[]): ListItem {
  const checked = node.type === 'action' ? node.done : 'checked' in node ? node.checked : undefined
  return {
    type: 'listItem',
    spread: 'spread' in node ? node.spread : false,
    checked: checked ?? null,
    children: children as ListItem['children'],
    position: node.position,
    ...(node.data && { data: node.data }),
  }
}

/** The children of a question, with its answers in lists. */
export function withAnswerLists(children: readonly AnyNode[]): AnyNode[] {
  const found: AnyNode[] = []
  let list: List | undefined
  for (const child of children) {
    if (child.type !== 'answer') {
      list = undefined
      found.push(child)
    } else {
      if (!list) found.push((list = { type: 'list', ordered: false, spread: false, children: [] }))
      list.children.push(child as unknown as ListItem)
      const start = list.position?.start ?? child.position?.start
      const end = child.position?.end ?? list.position?.end
      if (start && end) list.position = { start, end }
    }
  }
  return found
}
