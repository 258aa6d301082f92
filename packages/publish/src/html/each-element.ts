import type { Element } from 'hast'

/** Calls back for an element and every element below it; several times as fast as a general visitor. */
export function eachElement(node: Element, use: (element: Element) => void): void {
  use(node)
  for (const child of node.children) if (child.type === 'element') eachElement(child, use)
}
