import type { List, Nodes } from 'mdast'
import { addSpeakers } from './add-speakers.ts'
import { type SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { addBio, introducedIn, isNameless, leadText, membersOf, startsWithName } from './members.ts'
import { isSurelyName, parsePeople } from './people-list.ts'
import { textOf } from './phrasing-text.ts'
import { type Container, eachContainer, eachList, itemsOf, listsIn, ownerOf, type Scope } from './walk.ts'
import { blockRoleOf, isSelfTitle } from './words.ts'

/**
 * Member blocks: a heading, a label line or a bullet such as `メンバー`, `Attendees:` or `Who?`, and below it a
 * list of people, each with more about them in child bullets.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * ### メンバー
 *
 * - 山田さん
 *   - 検索の担当
 * - @alpha: 配信の担当
 * ```
 *
 * ```json
 * {"speakers": [
 *   {"name": "山田", "honorific": "さん", "bio": ["検索の担当"]},
 *   {"name": "alpha", "handle": "@alpha", "bio": ["配信の担当"]}
 * ]}
 * ```
 *
 * Below `Who?` the first bullet is the name, and what is surely no other name says what they do:
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - Who?
 *   - 山田太郎
 *   - 例示社の技術顧問
 * ```
 *
 * ```json
 * {"speakers": [{"name": "山田太郎", "bio": ["例示社の技術顧問"]}]}
 * ```
 */
export const memberBlocks: SyntaxPass = (tree) => {
  eachContainer(tree, (container, scope) => {
    if (container.type === 'section' && readHeadedBlock(container, scope)) return
    readLabelledLists(container.children as Nodes[], scope)
    eachList(container, (list) => {
      for (const item of itemsOf(list)) {
        const [below] = listsIn(item)
        if (below) readBlock(leadText(item), below, scope)
      }
    })
  })
}

/** A section `メンバー` and what stands in it, or `Who are you?` under one speaker. */
function readHeadedBlock(section: Container, scope: Scope): boolean {
  const isOwn = 'role' in section && section.role === 'members'
  const isSelf = isSelfTitle(section.title) || section.title.endsWith('の自己紹介')
  const title = isOwn || isSelf ? section.title : 'members'
  if (title !== section.title && scope.role !== 'members') return false
  const lists = (section.children as Nodes[]).filter((child) => child.type === 'list')
  if (!isOwn && scope.role === 'members' && isSurelyName(section.title)) {
    // `### 山田太郎` inside of `## メンバー`: the heading is the name, the bullets say who that is.
    const people = parsePeople(section.title)
    for (const list of lists) for (const person of people) addBio(person, list)
    addSpeakers(ownerOf(scope), people, 'member-heading', section.children[0]?.position)
    return true
  }
  for (const list of lists) readBlock(title, list, scope)
  return lists.length > 0
}

/** A paragraph `Attendees:` with a list behind it. */
function readLabelledLists(blocks: readonly Nodes[], scope: Scope): void {
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (block.type !== 'list' || before?.type !== 'paragraph') continue
    const title = textOf(before)
    const [first] = itemsOf(block)
    // `Who?` over a list asks whom something is for, unless a name answers it.
    const isAsked = /^\W*who\W*$/i.test(title) && !(first && /^[@＠]/.test(leadText(first)))
    if (!isAsked || (first && startsWithName(leadText(first)))) readBlock(title, block, scope)
  }
}

/** Takes the people of a list by what its title says. */
function readBlock(title: string, list: List, scope: Scope): void {
  const owner = ownerOf(scope)
  const own = /^(.{1,30})の自己紹介$/u.exec(title.trim())?.[1]
  if (own) {
    const people = parsePeople(own)
    for (const person of people) addBio(person, list)
    addSpeakers(owner, people, 'self-introduction', list.position)
    return
  }
  const known = owner.speakers ?? []
  const [only] = known
  if (isSelfTitle(title)) {
    const first = list.children[0]
    if (first && startsWithName(leadText(first))) {
      addSpeakers(owner, introducedIn(list), 'self-introduction', list.position)
    } else if (only && known.length === 1) {
      addBio(only, list)
      infer(owner, 'speakers.bio', 'self-introduction')
    }
    return
  }
  if (blockRoleOf(title) !== 'members') return
  if (only && known.length === 1 && isNameless(list)) {
    addBio(only, list)
    infer(owner, 'speakers.bio', 'self-introduction')
  } else if (/^\W*who\W*$/i.test(title)) addSpeakers(owner, introducedIn(list), 'who-bullets', list.position)
  else addSpeakers(owner, membersOf(list), 'member-block', list.position)
}
