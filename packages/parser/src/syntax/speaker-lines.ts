import type { Nodes, Paragraph, Table } from 'mdast'
import { addSpeakers } from './add-speakers.ts'
import type { ParseContext } from '../context.ts'
import type { SyntaxPass } from './index.ts'
import { parseDate } from './date.ts'
import { isSurelyName, parsePeople } from './people-list.ts'
import { linksIn, textOf, urlOf, withoutAttributes } from './phrasing-text.ts'
import { syntaxRule } from './rules.ts'
import { eachContainer, eachList, itemsOf, leadOf, ownerOf, type Scope } from './walk.ts'
import { isLightningTitle, speakerKeyOf } from './words.ts'

/**
 * Lines that name speakers: `スピーカー：山田`, `Speaker: Jane Roe, Engineer`, `By Jane Roe, Engineer @ Example`,
 * as a bullet, a paragraph's line, a row of a table or a comment in HTML.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * - 発表者：山田さん、佐藤さん
 * ```
 *
 * ```json
 * {"speakers": [{"name": "山田", "honorific": "さん"}, {"name": "佐藤", "honorific": "さん"}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * By Jane Roe, Engineer @ Example
 * ```
 *
 * ```json
 * {"speakers": [{"name": "Jane Roe", "bio": ["Engineer"], "affiliations": ["Example"]}]}
 * ```
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * <!-- speaker: @alpha -->
 * ```
 *
 * ```json
 * {"speakers": [{"name": "alpha", "handle": "@alpha"}]}
 * ```
 */
export const speakerLines: SyntaxPass = (tree, context) => {
  eachContainer(tree, (node, scope) => {
    const blocks = node.children as Nodes[]
    let isFirst = true
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'paragraph') readParagraph(block, scope, isFirst)
      else if (block.type === 'table') readTable(block, scope)
      else if (block.type === 'html') readComment(block.value, block, scope)
      if (index > 0 && isFirst) isFirst = isAside(block)
    }
    eachList(node, (list) => {
      for (const item of itemsOf(list)) {
        const lead = leadOf(item)
        if (!lead) continue
        readParagraph(lead, scope, false)
        if (!isLightningTitle(node.title)) reportSource(lead, context)
      }
    })
  })
}

/** Whether a block may stand between a title and its `By …` line. */
function isAside(block: Nodes): boolean {
  return (
    ['yaml', 'toml', 'html', 'definition', 'image', 'verbatim'].includes(block.type) ||
    urlOf(textOf(block)) !== undefined
  )
}

const keyLine = /^[\s>*・•-]*([^:：\n]{1,40}?)\s*[:：]\s*(\S.*)$/u
/** A line of nothing but `[alpha.icon]`. */
const iconLine = /^(?:\s*\[[^\s[\]]{1,40}\.icon(?:\*\d+)?\])+\s*$/u
const icon = /\[[^\s[\]]{1,40}\.icon/gu
const byLine =
  /^[\s*_—–-]*(?:by|presented by|talk by|par|présenté par)[\s:：]+(\S.{0,200})$|^[\s*_]*[(（]by[\s:：]+(\S.{0,200}?)[)）]$/iu

function readParagraph(paragraph: Paragraph, scope: Scope, isFirst: boolean): void {
  const text = textOf(paragraph)
  if (text.length > 5000) return
  for (const line of withoutAttributes(text).split('\n')) {
    if (readKeyLine(line, paragraph, scope) || !isFirst) continue
    const icons = iconLine.exec(line) && line.match(icon)
    if (icons)
      addSpeakers(
        ownerOf(scope),
        icons.flatMap((one) => parsePeople(`${one}]`)),
        'icon',
        paragraph.position,
      )
    const by = byLine.exec(line)
    if (by?.[1])
      addSpeakers(ownerOf(scope), parsePeople(by[1], linksIn(paragraph)), 'byline', paragraph.position)
  }
  for (const child of paragraph.children) if (child.type === 'html') readComment(child.value, child, scope)
}

/** A bullet `A book by 山田` cites; the speaker of the session is not meant. */
function reportSource(lead: Paragraph, context: ParseContext): void {
  const text = textOf(lead)
  const name = text.length > 300 ? undefined : /\S\s+by\s+([^\s()（）][^()（）]{0,60})$/iu.exec(text)?.[1]
  if (
    name === undefined ||
    parseDate(name) ||
    !/^(?:\p{Lu}|[@＠\p{sc=Han}\p{sc=Kana}\p{sc=Hira}])/u.test(name)
  )
    return
  context.report(syntaxRule.citedSource, {
    reason: `\`by ${name}\` is read as naming a source, not a speaker.`,
    place: lead,
  })
}

/** Reads `Key: names`; true where the key names speakers. */
function readKeyLine(line: string, node: Nodes, scope: Scope): boolean {
  const found = keyLine.exec(line)
  const [, key, value] = found ?? []
  if (key === undefined || value === undefined) return false
  const strength = speakerKeyOf(key)
  if (!strength) return false
  const links = linksIn(node)
  if (strength === 'weak' && !isSurelyName(value) && !links.some((link) => /^[@＠]/.test(link.text)))
    return false
  addSpeakers(ownerOf(scope), parsePeople(value, links), 'speaker-key', node.position)
  return true
}

function readTable(table: Table, scope: Scope): void {
  // A column of speakers in a table of talks.
  const [head, ...rows] = table.children
  const column = head?.children.findIndex((cell, at) => at > 0 && speakerKeyOf(textOf(cell)) === 'sure') ?? -1
  for (const cell of column > 0 ? rows.map((row) => row.children[column]) : []) {
    if (!cell || !isSurelyName(textOf(cell).split(/[,、(（]/u)[0]!)) continue
    addSpeakers(ownerOf(scope), parsePeople(textOf(cell), linksIn(cell)), 'speaker-column', cell.position)
  }
  for (const row of table.children) {
    const [key, value] = row.children
    if (!key || !value || speakerKeyOf(textOf(key)) !== 'sure') continue
    addSpeakers(ownerOf(scope), parsePeople(textOf(value), linksIn(value)), 'speaker-row', row.position)
  }
}

/** `<!-- speaker: Jane Roe 10:00 -->`, `<!-- @alpha 10:00 -->` */
function readComment(html: string, node: Nodes, scope: Scope): void {
  const found = /^<!--([\s\S]{1,500})-->$/.exec(html.trim())
  if (!found?.[1]) return
  for (const line of found[1].split('\n')) {
    const withoutClock = line
      .replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[-–〜~]\s*\d{1,2}:\d{2})?\b/g, ' ')
      .trim()
    if (readKeyLine(withoutClock, node, scope)) continue
    const hasClock = withoutClock.length < line.trim().length
    if (isSurelyName(withoutClock) && (hasClock || /^[@＠]/.test(withoutClock))) {
      addSpeakers(ownerOf(scope), parsePeople(withoutClock), 'comment', node.position)
    }
  }
}
