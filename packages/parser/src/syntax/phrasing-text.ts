import type { Nodes } from 'mdast'

/** A link in a text, by the place of its text. */
export interface LinkSpan {
  text: string
  url: string
}

/**
 * The text that a reader sees: a hard break is a line's end, an image its alternative text, HTML nothing.
 */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if ('children' in node) {
    const [only] = node.children
    if (only && node.children.length === 1) return textOf(only)
    let text = ''
    for (const child of node.children) text += textOf(child)
    return text
  }
  return ''
}

/** The links in a node, in reading order. */
export function linksIn(node: Nodes): LinkSpan[] {
  const links: LinkSpan[] = []
  const visit = (child: Nodes): void => {
    if (child.type === 'link') links.push({ text: textOf(child), url: child.url })
    else if ('children' in child) for (const grandchild of child.children) visit(grandchild)
  }
  visit(node)
  return links
}

/** A text without kramdown's attribute lists behind its links: `{:rel="nofollow"}`. */
export function withoutAttributes(text: string): string {
  return text.includes('{:') ? text.replace(/\{:[^{}\n]*\}/g, '') : text
}

const profile =
  /^(?:https?:)?\/\/(?:www\.|mobile\.)?(?:(?:twitter|x|github|instagram|facebook|qiita|zenn|gihyo|medium|mastodon|speakerdeck)\.(?:com|dev|social)\/@?[\w-]+|(?:[\w-]+\.)?linkedin\.com\/in\/[\w%-]+|bsky\.app\/profile\/[\w.-]+)\/?$/i

/** Whether a URL is that of someone's page in a social network. */
export function isProfileUrl(url: string): boolean {
  return profile.test(url)
}

const bareUrl = /^<?(https?:\/\/[^\s<>]+)>?$/i

/** The URL, if a text is nothing but one. */
export function urlOf(text: string): string | undefined {
  return bareUrl.exec(text.trim())?.[1]
}

/**
 * A title or label as the tables of words hold it: compatibility forms, lower case, without marks around it.
 * `【メンバー】：` is `メンバー`, `Q & A` is `q&a`.
 */
export function foldLabel(text: string): string {
  const plain = isAscii.test(text) ? text : text.normalize('NFKC')
  return trimMarks(plain.toLowerCase())
    .replace(/\s*&\s*/g, '&')
    .replace(/\s+/g, ' ')
}

// oxlint-disable-next-line no-control-regex -- the range of ASCII
const isAscii = /^[\0-\x7f]*$/
const firstLetter = /[\p{L}\p{N}]/u
const lastLetter = /^[\s\S]*[\p{L}\p{N}]/u

/** A text without what is neither letter nor digit at its ends. */
function trimMarks(text: string): string {
  const start = text.search(firstLetter)
  return start < 0 ? '' : (lastLetter.exec(text.slice(start))?.[0] ?? '')
}
