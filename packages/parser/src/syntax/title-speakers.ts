import { addSpeakers } from './add-speakers.ts'
import type { SyntaxPass } from './index.ts'
import { linksIn } from './phrasing-text.ts'
import { titleNames } from './title-names.ts'
import { titleRows } from './title-rows.ts'
import { titleText } from './title-text.ts'
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
export const titleSpeakers: SyntaxPass = (tree, context) => {
  eachContainer(tree, (node, scope) => {
    const heading = node.children[0]
    if (heading?.type !== 'heading') return
    const found = titleNames(titleText(heading, node.type === 'section'), linksIn(heading))
    if (found) addSpeakers(ownerOf(scope), found.people, found.rule, heading.position)
  })
  titleRows(tree, context)
}
