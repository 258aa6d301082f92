import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { isBlank } from '../../html/element.ts'
import { marker, withoutSign } from './marker.ts'

/** Elements that become a type of PDF's whatever they say of themselves. */
const BY_NAME: Record<string, string> = { section: 'Sect', pre: 'P' }

/** The glossary and the list of people are lists of names and what is said of them; an answer is no part of its question. */
const BY_CLASS: Record<string, string> = {
  entry: 'LI',
  'entry-title': 'Lbl',
  'contents-list': 'TOC',
  answer: 'Div',
}

/** Elements whose language Chromium hands on by itself: it knows their meaning. */
const KNOWN = new Set('a blockquote code em h1 h2 h3 h4 h5 h6 img li ol p strong table td th ul'.split(' '))

const CELLS = new Set(['td', 'th'])

/** Marks what Chromium's PDFs would lose: sections, notes, contents, definitions, languages. Changes the tree. */
export function markRoles(root: Element): void {
  visit(root, 'element', (node) => {
    const { alt, ariaLabel } = node.properties
    if (typeof alt === 'string') node.properties['alt'] = withoutSign(alt)
    if (typeof ariaLabel === 'string') node.properties['ariaLabel'] = withoutSign(ariaLabel)
    // Chromium leaves an empty cell out, and those behind it would stand under other heads.
    if (CELLS.has(node.tagName) && isBlank(node.children)) {
      node.children.push({ type: 'text', value: '\u200B' })
    }
    const type = typeOf(node)
    if (type === undefined) return
    node.properties['role'] = 'figure'
    node.properties['ariaLabel'] = marker(type)
  })
}

function typeOf(node: Element): string | undefined {
  const { tagName, properties, children } = node
  const classes = Array.isArray(properties['className']) ? properties['className'].map(String) : []
  if (classes.includes('index') && classes.includes('chapter')) return 'Index'
  const own = classes.find((name) => name in BY_CLASS)
  if (own !== undefined) return BY_CLASS[own]
  if (tagName in BY_NAME) return BY_NAME[tagName]
  if (properties['role'] === 'doc-footnote') return 'Note'
  const level = classes.find((name) => name.startsWith('level-'))
  if (tagName === 'li' && level !== undefined) return `TOCI${level.slice('level-'.length)}`
  const isCall = children.some(
    (child) => child.type === 'element' && child.properties['role'] === 'doc-noteref',
  )
  if (tagName === 'sup' && isCall) return 'Reference'
  if (properties['lang'] !== undefined && properties['role'] === undefined && !KNOWN.has(tagName))
    return 'Span'
  return undefined
}
