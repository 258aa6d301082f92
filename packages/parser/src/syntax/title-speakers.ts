import type { Heading, PhrasingContent } from 'mdast'
import type { Person } from '../nodes.ts'
import { addSpeakers } from './add-speakers.ts'
import { parseDate } from './date.ts'
import type { SyntaxPass } from './index.ts'
import { isSurelyName, looksLatinName, parsePeople } from './people-list.ts'
import { isProfileUrl, type LinkSpan, linksIn, textOf } from './phrasing-text.ts'
import { eachContainer, ownerOf } from './walk.ts'
import { hasRoleWord, organizationEvidence, speakerKeyOf } from './words.ts'

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
    const found = titlePeople(titleText(heading, node.type === 'section'), linksIn(heading))
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

/** Words before `by` that make it part of the phrase: `Powered by`, `Step by Step`. */
const idiom =
  /(?:^|[^\p{L}])(?:powered|driven|step|stand|side|one|day|line|little|year|week|month|bit|word|inspired|caused|built|made|used|written|backed|hosted|generated|designed|enabled|supported|sponsored|replaced|followed|secured|secure|multiply|divide|sorted|grouped|group|order|passer|rule|bypass|call|pass|learn|teach|surrounded|owned|led|run|held)$/iu

/** The people whom a title names, and the rule that found them. */
export function titlePeople(
  title: string,
  links: readonly LinkSpan[] = [],
): { people: Person[]; rule: string } | undefined {
  if (title.length > 300) return undefined
  const by =
    /^(.*\S)\s*[\s(（]by[:\s]\s*([^()（）·|\ufffc]{1,120}?(?:[(（][^()（）]{0,80}[)）])?)\s*[)）]?$/isu.exec(
      title,
    )
  if (
    by?.[1] &&
    by[2] &&
    !idiom.test(by[1]) &&
    !/^(?:the|a|an|using|default|design|example|itself|means|hand|step|side|day|doing)(?:\s|$)/i.test(by[2])
  ) {
    return result(parsePeople(by[2], links), 'title-by')
  }
  const keyed = /^([^:：]{1,40})\s*[:：]\s*(.{1,120})$/su.exec(title)
  if (keyed?.[1] && keyed[2]) {
    const strength = speakerKeyOf(keyed[1])
    if (strength === 'sure' || (strength === 'weak' && isSurelyName(keyed[2]))) {
      return result(parsePeople(keyed[2], links), 'title-key')
    }
  }
  const moderated = /^(?:moderated|presented|hosted|given)\s+by\s+(.{1,120})$/isu.exec(title)
  if (moderated?.[1]) return result(parsePeople(moderated[1], links), 'title-by')
  return dashed(title, links) ?? trailingHandles(title, links)
}

/** `Name - @handle - date`, `Name - role - company`, `Title - Name, Company @handle`. */
function dashed(title: string, links: readonly LinkSpan[]): { people: Person[]; rule: string } | undefined {
  const parts = title.split(/\s+[-–—―|]\s+/).filter((part) => !parseDate(part))
  const listed = /^([^,，、]{3,50}?)\s*[,，、]\s*(\S.*)$/su.exec(title)
  if (listed?.[1] && listed[2] && looksLatinName(listed[1]) && hasRoleWord(listed[2]))
    return result(parsePeople(title, links), 'title-name')
  const [first, ...rest] = parts
  const last = rest.at(-1)
  if (first === undefined) return undefined
  if (last === undefined)
    return parts.length < title.split(/\s+[-–—―|]\s+/).length && isSurelyName(first)
      ? result(parsePeople(first, links), 'title-name')
      : undefined
  const handles = rest.filter((part) => /^[@＠][\w-]+$/.test(part.trim()))
  if (handles.length) return result(parsePeople(`${first} ${handles[0]}`, links), 'title-name')
  if (isSurelyName(first) && rest.some((part) => hasRoleWord(part) || organizationEvidence(part))) {
    return result(parsePeople(`${first} - ${rest.join(' - ')}`, links), 'title-name')
  }
  const named = /^([^,，、(（@＠]{2,50}?)\s*(?:[,，、(（]|[@＠]|$)/.exec(last)?.[1]
  const more = named !== undefined && named.length < last.trim().length
  if (named && more && (looksLatinName(named) || isSurelyName(named)))
    return result(parsePeople(last, links), 'title-name')
  return undefined
}

/** `Title @alpha`, `[Title](…) [@alpha](…)`. */
function trailingHandles(
  title: string,
  links: readonly LinkSpan[],
): { people: Person[]; rule: string } | undefined {
  const found = /(?:^|[\s(（])((?:[@＠][A-Za-z0-9_][\w-]*[\s,、/&]*){1,8})[)）]?\s*$/u.exec(title)
  return found?.[1] ? result(parsePeople(found[1].trim(), links), 'title-handle') : undefined
}

function result(people: Person[], rule: string): { people: Person[]; rule: string } | undefined {
  return people.length ? { people, rule } : undefined
}
