import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { type Line, linesByPage } from './typeset-lines.ts'

const BLOCKS = new Set(['p', 'li', 'ul', 'ol', 'table', 'pre', 'figure', 'blockquote', 'dl', 'dd', 'div'])

/** A paragraph or point that a page's end cuts, with its lines next to the cut. */
interface Cut {
  page: number
  before: string
  after: string
}

/** Paragraphs and points that a page's end cuts so that one line stands alone before or behind it. */
export function loneLines(lines: readonly Line[], roots: readonly (Root | Element)[]): Cut[] {
  const blocks = roots.flatMap(blockTexts)
  const pages = linesByPage(lines).map((own) => ({
    page: own[0]?.page ?? 0,
    texts: own.map(({ text }) => plain(text)),
  }))
  const lone: Cut[] = []
  for (const [at, { page, texts }] of pages.entries()) {
    const next = pages[at + 1]
    const [last, first] = [texts.at(-1), next?.texts[0]]
    if (!last || !first || next?.page !== page + 1) continue
    const cut = blocks.filter((text) => text.includes(last + first))
    if (cut.length === 0) continue
    const around = [(texts.at(-2) ?? '') + last + first, last + first + (next.texts[1] ?? '')]
    if (!cut.some((text) => around.every((each) => text.includes(each)))) {
      lone.push({ page, before: last, after: first })
    }
  }
  return lone
}

/** Headings below which their chapter has nothing. */
export function closingHeadings(roots: readonly (Root | Element)[]): Set<string> {
  const closing = new Set<string>()
  for (const root of roots) {
    let last = ''
    visit(root, 'element', (node) => {
      if (/^h\d$/.test(node.tagName)) last = plain(allText(node))
      else if (BLOCKS.has(node.tagName)) last = ''
    })
    closing.add(last)
  }
  return closing
}

/** A line as the source has it: without what print adds (numbers of links and pages, the dots of points). */
export function plain(text: string): string {
  return text.replaceAll(/［\d+］|（p\.\d+）|\s+/gu, '').replace(/^・/u, '')
}

/** What each paragraph and point says itself, without the blocks inside of it. */
function blockTexts(root: Root | Element): string[] {
  const texts: string[] = []
  visit(root, 'element', (node) => {
    if (node.tagName === 'p' || node.tagName === 'li') texts.push(plain(ownText(node)))
  })
  return texts
}

function ownText(node: Element): string {
  return node.children.map((child) => childText(child, ownText)).join('')
}

function childText(child: ElementContent, inner: (node: Element) => string): string {
  if (child.type === 'text') return child.value
  if (child.type !== 'element' || BLOCKS.has(child.tagName) || child.tagName === 'rt') return ''
  return child.properties['dataLocator'] === undefined ? inner(child) : ''
}

function allText(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'element' && child.tagName !== 'rt'
        ? allText(child)
        : 'value' in child
          ? child.value
          : '',
    )
    .join('')
}
