import type { Element, ElementContent, Root, RootContent } from 'hast'
import { raw } from 'hast-util-raw'

const tag =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/giu
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gu

const phrasing =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr'
const flow =
  'blockquote details div hr li ol p pre summary ul table caption colgroup col thead tbody tfoot tr td th'
const allowed = new Set(`${phrasing} ${flow}`.split(' '))

/** Tags that mean the same to a reader as one that is allowed. */
const aliases = new Map([
  ['big', 'span'],
  ['font', 'span'],
  ['strike', 's'],
  ['tt', 'code'],
  ...'h1 h2 h3 h4 h5 h6 dt'.split(' ').map((name) => [name, 'p'] as const),
  ...'article aside center dd dl figcaption figure footer header main nav section'
    .split(' ')
    .map((name) => [name, 'div'] as const),
])

const attributes = new Set([
  'alt',
  'colspan',
  'datetime',
  'dir',
  'href',
  'lang',
  'reversed',
  'rowspan',
  'src',
  'start',
  'title',
  'value',
])

/**
 * Rewrites HTML of the notes to allowed tags and attributes, before it is parsed; undefined where it holds anything
 * else, so that it is better shown as it is written. Ids, classes and roles are the book's own and are dropped.
 */
export function rewriteHtml(value: string): string | undefined {
  let result = ''
  let end = 0
  for (const match of value.matchAll(tag)) {
    const [whole, slash, written = '', list = '', selfClosing] = match
    const name = aliases.get(written.toLowerCase()) ?? written.toLowerCase()
    const between = value.slice(end, match.index)
    if (!allowed.has(name) || /<[a-z/!?]/iu.test(between)) return undefined
    end = match.index + whole.length
    result += between + (slash ? `</${name}>` : `<${name}${rewriteAttributes(list)}${selfClosing}>`)
  }
  const rest = value.slice(end)
  return end === 0 || /<[a-z/!?]/iu.test(rest) ? undefined : result + rest
}

function rewriteAttributes(list: string): string {
  let result = ''
  for (const [, written = '', value] of list.matchAll(attribute)) {
    const name = written.toLowerCase()
    if (!attributes.has(name)) continue
    result += value === undefined ? ` ${name}` : ` ${name}=${/^["']/u.test(value) ? value : `"${value}"`}`
  }
  return result
}

/**
 * Parses the raw HTML among rendered nodes. It is done piece by piece, so that a tag that is never closed ends with
 * its paragraph or item: from the first to the last raw node of a container, and else block by block.
 */
export function resolveRaw(parent: Root | Element): void {
  if (!parent.children.some(hasRaw)) return
  const first = parent.children.findIndex(isRaw)
  const last = parent.children.findLastIndex(isRaw)
  const children: RootContent[] = []
  let run: RootContent[] = []
  for (const [index, child] of parent.children.entries()) {
    const inRun = index >= first && index <= last
    if (inRun && !isSection(child)) run.push(child)
    else {
      children.push(...parse(run))
      run = []
      if (child.type !== 'element' || !hasRaw(child)) children.push(child)
      else if (isPhrasingBlock(child)) children.push(...parse([child]))
      else {
        resolveRaw(child)
        children.push(child)
      }
    }
  }
  children.push(...parse(run))
  parent.children = children as ElementContent[]
}

function parse(run: RootContent[]): RootContent[] {
  return run.length === 0 ? run : (raw({ type: 'root', children: run }) as Root).children
}

function isRaw(node: RootContent): boolean {
  return (node.type as string) === 'raw'
}

function hasRaw(node: RootContent): boolean {
  return isRaw(node) || (node.type === 'element' && node.children.some(hasRaw))
}

function isSection(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'section'
}

function isPhrasingBlock(node: Element): boolean {
  return !/^(?:blockquote|div|li|ol|section|table|tbody|td|th|thead|tr|ul)$/u.test(node.tagName)
}
