import type { Node, Parent } from 'unist'

/** Plain text of phrasing or of any nodes; ruby without its readings, comments and images left out. */
export function plainText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'html' || node.type === 'yaml') return ''
      if (node.type === 'break') return '\n'
      if ('value' in node && typeof node.value === 'string') return node.value
      return 'children' in node ? plainText((node as Parent).children) : ''
    })
    .join('')
}
