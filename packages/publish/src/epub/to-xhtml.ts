import type { ElementContent } from 'hast'
import { find, html } from 'property-information'
import { escapeAttribute, escapeText } from './xml.ts'

const voids = new Set(['br', 'col', 'hr', 'img', 'wbr'])
const names = new Map<string, string>()

/**
 * Writes rendered nodes as XHTML. The serialisers at hand write HTML, where `]]>`, `<br>` and a bare `open` are
 * right; here they are not.
 */
export function toXhtml(nodes: readonly ElementContent[]): string {
  let result = ''
  for (const node of nodes) {
    if (node.type === 'text') result += escapeText(node.value)
    else if (node.type === 'element') {
      result += `<${node.tagName}`
      for (const name in node.properties) result += attribute(name, node.properties[name])
      if (voids.has(node.tagName)) result += '/>'
      else result += `>${toXhtml(node.children)}</${node.tagName}>`
    }
  }
  return result
}

function attribute(property: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  let name = names.get(property)
  if (name === undefined) names.set(property, (name = find(html, property).attribute))
  const written = value === true ? name : Array.isArray(value) ? value.join(' ') : String(value)
  const plain = ` ${name}="${escapeAttribute(written)}"`
  return name === 'lang' ? `${plain} xml:lang="${escapeAttribute(written)}"` : plain
}
