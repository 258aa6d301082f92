import type { Heading, PhrasingContent } from 'mdast'
import { addSpeakers } from './add-speakers.ts'
import type { SyntaxPass } from './index.ts'
import { isProfileUrl, linksIn, textOf } from './phrasing-text.ts'
import { titleNames } from './title-names.ts'
import { eachContainer, ownerOf } from './walk.ts'

/**
 * Speakers that a title names: `… by 山田`, `山田 - @alpha - 2024/05/12`, `ゲスト：山田さん`, `… @alpha`.
 *
 * ```md
 * # 会
 *
 * ## 検索の裏側 by 山田
 * ```
 *
 * ```json
 * {"type": "session", "title": "検索の裏側 by 山田", "speakers": [{"kind": "person", "name": "山田"}]}
 * ```
 *
 * A group that presents is an organization:
 *
 * ```md
 * # 会
 *
 * ## 鍵の配り方 by 例示社セキュリティチーム
 * ```
 *
 * ```json
 * {"speakers": [{"kind": "organization", "name": "例示社セキュリティチーム"}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## Jane Roe - @alpha - 5 June 2024 14:00
 * ```
 *
 * ```json
 * {"speakers": [{"name": "Jane Roe", "handle": "@alpha"}]}
 * ```
 */
export const titleSpeakers: SyntaxPass = (tree) => {
  eachContainer(tree, (node, scope) => {
    const heading = node.children[0]
    if (heading?.type !== 'heading') return
    const found = titleNames(titleText(heading, node.type === 'section'), linksIn(heading))
    if (found) addSpeakers(ownerOf(scope), found.people, found.rule, heading.position)
  })
}

/**
 * What a title says itself: code, and in a section the title of an article that it links to, name nobody; a mark
 * stands in their place.
 */
function titleText(node: Heading | PhrasingContent, isSection: boolean): string {
  if (node.type === 'inlineCode' || node.type === 'html') return '\ufffc'
  if (node.type === 'link' && isSection && !/^[@＠]/.test(textOf(node)) && !isProfileUrl(node.url))
    return '\ufffc'
  if (!('children' in node)) return textOf(node)
  return node.children.map((child) => titleText(child, isSection)).join('')
}
