import { type SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { eachContainer } from './walk.ts'
import { blockRoleOf } from './words.ts'

/**
 * What a section is for, by the words of its heading: `members`, `terms` or `qa`.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * ### 質疑応答
 * ```
 *
 * ```json
 * {"type": "section", "title": "質疑応答", "role": "qa"}
 * ```
 */
export const roles: SyntaxPass = (tree) => {
  eachContainer(tree, (node) => {
    if (node.type !== 'section' || node.role) return
    const role = blockRoleOf(node.title)
    if (!role || role === 'actions') return
    node.role = role
    infer(node, 'role', 'heading-words')
  })
}
