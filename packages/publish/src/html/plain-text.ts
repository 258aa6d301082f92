import type { Element, ElementContent } from 'hast'

/** Text of rendered nodes without ruby readings and footnote numbers, as outlines and menus show it. */
export function plainText(nodes: readonly ElementContent[]): string {
  return collect(nodes).replaceAll(/\s+/gu, ' ').trim()
}

function collect(nodes: readonly ElementContent[]): string {
  let result = ''
  for (const node of nodes) {
    if (node.type === 'text') result += node.value
    else if (node.type === 'element' && !isAside(node)) {
      result += node.tagName === 'img' ? String(node.properties['alt'] ?? '') : collect(node.children)
    }
  }
  return result
}

/** Phrasing without links, ids and footnote numbers, so that it can stand a second time in the book. */
export function plainPhrasing(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }]
    if (node.type !== 'element' || (isAside(node) && !isReading(node))) return []
    if (node.tagName === 'img') return [{ type: 'text', value: String(node.properties['alt'] ?? '') }]
    const children = plainPhrasing(node.children)
    const { id: _, ...properties } = node.properties
    if (node.tagName === 'a' || node.tagName === 'span' || node.tagName === 'br') return children
    return [{ type: 'element', tagName: node.tagName, properties, children }]
  })
}

function isReading(node: Element): boolean {
  return node.tagName === 'rt' || node.tagName === 'rp'
}

function isAside(node: Element): boolean {
  return isReading(node) || (node.tagName === 'sup' && node.properties['className'] !== undefined)
}
