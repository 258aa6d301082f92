import type { Heading, Nodes, Paragraph, Table } from 'mdast'
import type { Event, Session, Url } from '../nodes.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { foldLabel, linksIn, textOf, urlOf } from './phrasing-text.ts'
import { isNew } from './seen.ts'
import { eachContainer, eachList, type Item, itemsOf, leadOf, ownerOf } from './walk.ts'

/**
 * URLs of events and sessions: a line that is only a URL under the title is the session's page; slides and videos
 * are told by where they are kept or by a label such as `スライド：`.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * https://example.com/session/1
 *
 * - スライド：https://example.com/deck.pdf
 * - https://speakerdeck.com/alpha/talk
 * ```
 *
 * ```json
 * {"type": "session", "urls": [{"url": "https://example.com/session/1"}],
 *  "slides": [{"url": "https://example.com/deck.pdf", "label": "スライド"}, {"url": "https://speakerdeck.com/alpha/talk"}]}
 * ```
 */
export const urls: SyntaxPass = (tree) => {
  eachContainer(tree, (node, scope) => {
    const owner = ownerOf(scope)
    let isUnderTitle = node.type !== 'section'
    const [heading] = node.children as Nodes[]
    if (heading?.type === 'heading') readHeading(heading, owner)
    for (const [index, block] of (node.children as Nodes[]).entries()) {
      if (block.type === 'paragraph') readParagraph(block, owner, isUnderTitle)
      else if (block.type === 'table') readTable(block, owner)
      if (index > 0 && !isAside(block)) isUnderTitle = false
    }
    eachList(node, (list, parents) => {
      for (const item of itemsOf(list)) {
        const lead = leadOf(item)
        if (lead) readParagraph(lead, owner, false, parents)
      }
    })
  })
}

/** Whether a block may stand between a title and its URL line: front matter, comments, another URL line. */
function isAside(block: Nodes): boolean {
  return (
    ['yaml', 'toml', 'html', 'definition'].includes(block.type) ||
    (block.type === 'paragraph' && isUrlLine(block))
  )
}

function isUrlLine(paragraph: Paragraph): boolean {
  return textOf(paragraph)
    .split('\n')
    .every((line) => urlOf(line) !== undefined)
}

const slideHosts =
  /^https?:\/\/(?:www\.)?(?:speakerdeck\.com|(?:[\w-]+\.)?slideshare\.net|docswell\.com|docs\.google\.com\/presentation|slides\.com|(?:[\w-]+\.)?canva\.com\/design|gamma\.app\/docs|(?:[\w-]+\.)?pitch\.com|noti\.st|slid\.es|prezi\.com|sli\.dev|(?:m\.)?youtube\.com\/(?:watch|live|embed|playlist)|youtu\.be|vimeo\.com|nicovideo\.jp\/watch|(?:live\.)?nicovideo\.jp|bilibili\.com\/video|(?:[\w-]+\.)?twitch\.tv\/videos)\b/i
const slideLabel =
  /^(?:スライド|資料|発表資料|登壇資料|講演資料|プレゼン資料|スライド資料|当日資料|投影資料|動画|録画|アーカイブ|配信|配信url|動画アーカイブ|slides?|slide deck|deck|presentation|video|videos|recording|talk video|youtube|vidéo|présentation|슬라이드|발표자료|영상|幻灯片|视频|スライドとデモ)$/i
const pageLabel =
  /^(?:セッション|セッションページ|セッション詳細|イベント|イベントページ|公式|公式サイト|公式ページ|サイト|ページ|タイムテーブル|connpass|doorkeeper|url|link|リンク|session|session page|page|website|site|event page|abstract|schedule)$/i

/** Whether a URL leads to slides or a video. */
export function isSlideUrl(url: string): boolean {
  return slideHosts.test(url)
}

/** Takes the URLs of one paragraph to where they belong. */
function readParagraph(
  paragraph: Paragraph,
  owner: Event | Session,
  isUnderTitle: boolean,
  parents: readonly Item[] = [],
): void {
  const links = linksIn(paragraph)
  if (!links.length) return
  const isOnlyUrl = isUrlLine(paragraph)
  const label = labelOf(paragraph)
  const labels = [label, ...parents.map((parent) => labelOf(leadOf(parent)))]
  const slide = labels.find((text) => slideLabel.test(text))
  const isPage = isUnderTitle && isOnlyUrl
  for (const { url, text } of links) {
    const own = isSlideText(text) ? text : undefined
    const name = slide ?? own
    if (isSlideUrl(url) || name) {
      addUrl(owner, 'slides', url, name, paragraph, name ? 'label' : 'slide-host')
    } else if (isPage) {
      addUrl(owner, 'urls', url, undefined, paragraph, 'line-under-title')
    } else if (pageLabel.test(label) && links.length === 1) {
      addUrl(owner, 'urls', url, label, paragraph, 'label')
    }
  }
}

/** `## Title - Jane Roe [Slides](…)` */
function readHeading(heading: Heading, owner: Event | Session): void {
  for (const { url, text } of linksIn(heading)) {
    if (isSlideText(text)) addUrl(owner, 'slides', url, text, heading, 'label')
  }
}

/** `Slides`, `スライド`, `発表資料はこちら` as the text of a link. */
export function isSlideText(text: string): boolean {
  return slideLabel.test(foldLabel(text).replace(/(?:は|の?リンク(?:は)?)?(?:こちら|これ|です)?$/u, ''))
}

/** Rows such as `資料` or `URL` with the address beside it. */
function readTable(table: Table, owner: Event | Session): void {
  for (const { children } of table.children) {
    const [key, value] = children
    if (!key || !value || children.length > 2) continue
    const label = foldLabel(textOf(key)).replace(/\s*\d+$/, '')
    for (const { url } of linksIn(value)) {
      const isSlide = slideLabel.test(label)
      if (isSlide || isSlideUrl(url)) addUrl(owner, 'slides', url, isSlide ? label : undefined, value, 'row')
      else if (pageLabel.test(label)) addUrl(owner, 'urls', url, label, value, 'row')
    }
  }
}

/** What stands before the colon of a short line, else nothing. */
function labelOf(paragraph: Paragraph | undefined): string {
  if (!paragraph) return ''
  const text = textOf(paragraph)
  const found = /^([^:：\n]{1,30})[:：](?!\/\/)/u.exec(text)
  if (found?.[1]) return foldLabel(found[1])
  return text.length <= 30 ? foldLabel(text) : ''
}

function addUrl(
  owner: Event | Session,
  field: 'urls' | 'slides',
  url: string,
  label: string | undefined,
  paragraph: Nodes,
  rule: string,
): void {
  const list = field === 'slides' && owner.type === 'session' ? owner.slides : owner.urls
  if (!isNew(list, url)) return
  const entry: Url = { url }
  if (label) entry.label = label
  if (paragraph.position) entry.position = paragraph.position
  const at = offsetOf(entry)
  let index = list.length
  while (index > 0 && offsetOf(list[index - 1]) > at) index--
  list.splice(index, 0, entry)
  infer(owner, owner.type === 'session' ? field : 'urls', rule)
}

function offsetOf(url: Url | undefined): number {
  return url?.position?.start.offset ?? 0
}
