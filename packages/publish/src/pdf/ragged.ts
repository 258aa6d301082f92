import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Blocks of text of their own; what they hold is not counted for the block around. */
const BLOCKS = new Set(['p', 'li', 'ul', 'ol', 'table', 'pre', 'figure', 'blockquote', 'dl', 'dd', 'div'])
const LATIN = /[\p{Script=Latin}\d]/gu
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/gu

/**
 * Marks points and paragraphs that are set without justification, because about as many of their characters are
 * Latin as Japanese: only the few spaces could take up what a line lacks. Changes the tree.
 */
export function markRagged(root: Root | Element): void {
  visit(root, 'element', (node) => {
    if (node.tagName !== 'p' && node.tagName !== 'li') return
    const text = ownText(node)
    const latin = text.match(LATIN)?.length ?? 0
    const japanese = text.match(JAPANESE)?.length ?? 0
    if (latin === 0 || latin < japanese * 0.8) return
    const { className } = node.properties
    node.properties['className'] = [...(Array.isArray(className) ? className : []), 'ragged']
  })
}

/** What a block says itself, without the blocks inside of it. */
function ownText(node: Element): string {
  return node.children
    .map((child: ElementContent) => {
      if (child.type === 'text') return child.value
      return child.type === 'element' && !BLOCKS.has(child.tagName) ? ownText(child) : ''
    })
    .join('')
}
