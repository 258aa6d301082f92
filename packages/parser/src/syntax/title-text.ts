import type { Heading, PhrasingContent } from 'mdast'
import { isProfileUrl, textOf } from './phrasing-text.ts'
import { isSlideText } from './urls.ts'

/**
 * What a title says itself: code, a link to slides, and in a section the title of an article that it links to, name
 * nobody; a mark stands in their place.
 */
export function titleText(node: Heading | PhrasingContent, isSection: boolean): string {
  if (node.type === 'inlineCode' || node.type === 'html') return '\ufffc'
  if (node.type === 'link' && isSlideText(textOf(node))) return '\ufffc'
  if (node.type === 'link' && isSection && !/^[@＠]/.test(textOf(node)) && !isProfileUrl(node.url))
    return '\ufffc'
  if (!('children' in node)) return textOf(node)
  return node.children.map((child) => titleText(child, isSection)).join('')
}
