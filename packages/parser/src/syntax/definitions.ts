import type { List } from 'mdast'
import type { TermDefinition } from '../nodes.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { leadText } from './members.ts'
import { eachContainer, eachList, type Item, itemsOf, listsIn } from './walk.ts'
import { blockRoleOf } from './words.ts'

/**
 * Terms and what they mean: every bullet of a section `用語`, with or without an explanation, and elsewhere a bullet
 * `Xとは` with child bullets or `Xとは、…のこと`.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * ### 用語
 *
 * - 冪等性（べきとうせい、idempotency）: 何度行っても結果が同じ
 * ```
 *
 * ```json
 * {"type": "termDefinition", "term": "冪等性", "reading": "べきとうせい", "aliases": ["idempotency"]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 冪等性とは?
 *   - 何度行っても結果が同じ
 * ```
 *
 * ```json
 * {"type": "termDefinition", "term": "冪等性"}
 * ```
 */
export const definitions: SyntaxPass = (tree) => {
  eachContainer(tree, (container, { role }) => {
    const isTerms = container.type === 'section' && role === 'terms'
    eachList(container, (list, parents) => {
      const parent = parents.at(-1)
      const isTermList = isTerms ? !parent : parent !== undefined && blockRoleOf(leadText(parent)) === 'terms'
      readList(list, isTermList)
    })
  })
}

function readList(list: List, isTermList: boolean): void {
  for (const [index, item] of itemsOf(list).entries()) {
    if (item.type !== 'point') continue
    const text = leadText(item)
    const found = isTermList ? termOf(text) : askedTerm(item, text)
    if (!found) continue
    const { term, rule, ...names } = found
    const { type: _, ...rest } = item
    const node: TermDefinition = { ...rest, type: 'termDefinition', term, aliases: [], ...names }
    infer(node, 'term', rule)
    list.children[index] = node
  }
}

interface Headword {
  term: string
  reading?: string
  aliases?: string[]
  rule: string
}

/** The headword of a bullet in a section of terms. */
function termOf(text: string): Headword | undefined {
  const line = text.split('\n')[0] ?? ''
  const asked = /^(.{1,60}?)とは(?:[、,:：\s]|$)/u.exec(line)?.[1]
  const head =
    asked ?? /^(.{1,80}?)\s*(?:[:：]\s|[:：](?!\/\/)|\s[-–—―=＝]\s|\s*(?:…|→|⇒|->|=>)|\t|$)/u.exec(line)?.[1]
  const names = head === undefined ? undefined : headword(head)
  return names && { ...names, rule: 'terms-section' }
}

const parenthesis = /[(（]([^()（）]{1,60})[)）]/gu
const kana = /^[\p{sc=Hira}\p{sc=Kana}ー・\s]+$/u

/** Parts `冪等性（べきとうせい、idempotency）` into its names. */
function headword(head: string): Omit<Headword, 'rule'> | undefined {
  const aliases: string[] = []
  let reading: string | undefined
  const term = head
    .replace(parenthesis, (_, inside: string) => {
      for (const part of inside.split(/\s*[、,，;；/／]\s*/)) {
        if (!part || /^\d+(?:年)?$/.test(part)) continue
        if (kana.test(part) && /\p{sc=Han}/u.test(head) && reading === undefined) reading = part
        else aliases.push(part)
      }
      return ''
    })
    .trim()
  if (!/[\p{L}\p{N}]/u.test(term)) return undefined
  return { term, ...(reading !== undefined && { reading }), aliases }
}

const noTerm =
  /[はがをにへでもやの。、,?？!！]$|^(?:これ|それ|あれ|どれ|この|その|そもそも|もの|こと|何|なに|ところ|今|前|ひと|人)/u

/** The term of `Xとは?` with child bullets, or of `Xとは、…のこと`. */
function askedTerm(item: Item, text: string): Headword | undefined {
  if (text.length > 300 || !/とは|って[何な]/u.test(text)) return undefined
  const asked = /^(.{1,40}?)(?:とは(?:何か|なにか|何|なに)?|って(?:何|なに)(?:か)?)\s*[?？:：]?$/u.exec(
    text,
  )?.[1]
  const said =
    /^(.{1,40}?)とは(?:[、,:：]|\s).+(?:のこと|である|です|だ|こと|もの|仕組み|技術|手法|概念|ツール)(?:です|だ|である)?。?$/u.exec(
      text,
    )?.[1]
  const head = asked !== undefined && listsIn(item).length ? asked : said
  if (head === undefined || noTerm.test(head.trim())) return undefined
  const names = headword(head)
  return names && { ...names, rule: head === asked ? 'toha-children' : 'toha' }
}
