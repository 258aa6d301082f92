import type { Element, Root } from 'hast'
import { common, createLowlight } from 'lowlight'
import { visit } from 'unist-util-visit'

const lowlight = createLowlight(common)

/** Marks the parts of code whose language is known; the text stays as it is. Changes the tree. */
export function highlightCode(root: Element): void {
  visit(root, 'element', (node, _, parent) => {
    if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return
    const language = languageOf(node)
    const [text] = node.children
    if (!language || !lowlight.registered(language) || text?.type !== 'text') return
    const marked: Root = lowlight.highlight(language, text.value)
    node.children = marked.children.filter((child) => child.type === 'element' || child.type === 'text')
  })
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  const names = Array.isArray(className) ? className.map(String) : []
  return names
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
    .toLowerCase()
}
