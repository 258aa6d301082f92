import type { List, ListItem, Nodes, Parent, Root, RootContent } from 'mdast'
import type { NotesRoot } from './nodes.ts'

type AnyNode = Nodes | NotesRoot['children'][number] | NotesRoot['children'][number]['children'][number]

/**
 * Turns a notes tree into plain mdast, so that any remark or rehype plugin works on it. The given tree is not
 * changed.
 *
 * Events, sessions and sections are transparent: their headings and blocks stand in a row. Points, and questions,
 * definitions and actions in lists, become list items; elsewhere they are transparent too. Answers that follow each
 * other become a list below their question.
 * A term reference gives its text, ruby gives its base, a verbatim node gives its value as HTML comments stay: as
 * `html`.
 */
export function toMdast(tree: NotesRoot): Root {
  const children = tree.children.flatMap((event) => flatten(event)) as RootContent[]
  return { type: 'root', children: frontMatterFirst(children), position: tree.position }
}

/** Front matter is only read at the head of a file. */
function frontMatterFirst(children: RootContent[]): RootContent[] {
  const index = children.findIndex((node) => node.type === 'yaml' || node.type === 'toml')
  return index < 1 ? children : [children[index]!, ...children.slice(0, index), ...children.slice(index + 1)]
}

function flatten(node: AnyNode): Nodes[] {
  switch (node.type) {
    case 'event':
    case 'session':
    case 'section':
    case 'question':
      return withAnswerLists(node.children as AnyNode[]).flatMap(flatten)
    case 'answer':
    case 'termDefinition':
    case 'action':
    case 'termReference':
    case 'ruby':
      return (node.children as AnyNode[]).flatMap(flatten)
    case 'verbatim':
      return [{ type: 'html', value: node.value, position: node.position }]
    case 'list':
      return [{ ...node, children: node.children.map((item) => itemOf(item as AnyNode & Parent)) }]
    default:
      return 'children' in node
        ? [{ ...node, children: (node.children as AnyNode[]).flatMap(flatten) } as Nodes]
        : [node]
  }
}

function itemOf(node: AnyNode & Parent): ListItem {
  const checked = node.type === 'action' ? node.done : 'checked' in node ? node.checked : undefined
  return {
    type: 'listItem',
    spread: 'spread' in node ? node.spread : false,
    checked: checked ?? null,
    children: withAnswerLists(node.children as AnyNode[]).flatMap(flatten) as ListItem['children'],
    position: node.position,
    ...(node.data && { data: node.data }),
  }
}

/** The children of a question, with its answers in lists. */
function withAnswerLists(children: AnyNode[]): AnyNode[] {
  const found: AnyNode[] = []
  let list: List | undefined
  for (const child of children) {
    if (child.type !== 'answer') {
      list = undefined
      found.push(child)
    } else {
      if (!list) found.push((list = { type: 'list', ordered: false, spread: false, children: [] }))
      list.children.push(child as unknown as ListItem)
    }
  }
  return found
}
