import type { Element, ElementContent, Properties, Text } from 'hast'

/** Makes an element; texts become text nodes, absent children are left out. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: (ElementContent | string | undefined)[] = [],
): Element {
  const content: ElementContent[] = []
  for (const child of children) {
    if (child === undefined) continue
    content.push(typeof child === 'string' ? text(child) : child)
  }
  return { type: 'element', tagName, properties, children: content }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

/** Whether there is anything to read or to look at in the nodes. */
export function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return node.value.trim() === ''
    return node.type === 'element' ? node.tagName !== 'img' && isBlank(node.children) : true
  })
}
