import type { Term } from '@notes/glossary'
import type { Element, ElementContent } from 'hast'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { element, text } from '../html/element.ts'
import { plainText } from '../html/plain-text.ts'

/** Definitions longer than this are cut: the glossary of the book has the rest. */
const MOST_CHARACTERS = 90

/** Terms of the book by the `id` of their entry in its glossary. */
export type TermsByEntry = ReadonlyMap<string, Term>

/**
 * Makes the notes of one handout stand on paper alone, and gives what its pages show at their foot: short definitions
 * of the terms, and the addresses of links whose text does not say them. A reference in the notes carries
 * `data-foot`, its item `data-foot-item` with the same key. Changes the tree.
 */
export function extractFeet(root: Element, handoutId: string, terms: TermsByEntry): Element[] {
  const own = new Set<string>()
  visit(root, 'element', ({ properties }) => {
    if (properties['id'] !== undefined) own.add(properties['id'])
  })
  const items = new Map<string, Element>()
  let links = 0
  const add = (key: string, className: string, children: (ElementContent | string | undefined)[]): string => {
    const id = `foot-${handoutId}-${items.size + 1}`
    items.set(key, element('div', { id, className: ['foot-item', className], dataFootItem: id }, children))
    return id
  }
  const idOf = (key: string): string | undefined => {
    return items.get(key)?.properties['id']
  }
  visit(root, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.tagName === 'details') node.properties['open'] = true
    if (node.tagName === 'span' && node.properties['dataLocator'] !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.tagName !== 'a') return
    const href = node.properties['href'] ?? ''
    delete node.properties['dataLink']
    if (node.properties['role'] === 'doc-backlink') {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (href.startsWith('#')) {
      const term = terms.get(href.slice(1))
      const definition = term && shortDefinition(term)
      if (term && definition !== undefined) {
        const key = `term ${term.id}`
        const id = idOf(key) ?? add(key, 'term', termItem(term, definition))
        node.properties = { ...node.properties, href: `#${id}`, dataFoot: id }
      } else if (!own.has(href.slice(1))) {
        node.tagName = 'span'
        node.properties = node.properties['id'] === undefined ? {} : { id: node.properties['id'] }
      }
      return
    }
    const shown = plainText(node.children)
    if (shown === '' || saysAddress(shown, href)) return
    const key = `link ${href}`
    const id = idOf(key) ?? add(key, 'link', linkItem(href, ++links))
    const number = /^［\d+］/u.exec(plainText(items.get(key)?.children ?? []))?.[0] ?? ''
    const mark = element('sup', { className: ['link-number'], dataFoot: id }, [number])
    parent.children.splice(index + 1, 0, mark)
    return index + 2
  })
  return [...items.values()]
}

function termItem(term: Term, definition: string): (ElementContent | string)[] {
  const reading = term.reading === undefined || term.readingGuessed ? '' : `（${term.reading}）`
  return [element('dfn', {}, [term.term]), text(reading), text(' '), definition]
}

function linkItem(href: string, number: number): (ElementContent | string)[] {
  return [text(`［${number}］ `), element('a', { href }, [readable(href)])]
}

/** The first sentence of what a term means. */
export function shortDefinition({ definition = [] }: Pick<Term, 'definition'>): string | undefined {
  const whole = definition
    .map((block) => toString(block))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (whole === '') return
  const sentence = /^.*?(?:[。！？]|[.!?](?=\s))/u.exec(whole)?.[0] ?? whole
  const characters = [...sentence]
  return characters.length <= MOST_CHARACTERS
    ? sentence
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
}

function saysAddress(shown: string, href: string): boolean {
  const bare = (address: string): string =>
    readable(address)
      .replace(/^(?:https?:\/\/|mailto:)/iu, '')
      .replace(/\/$/u, '')
  return shown.includes(bare(href)) || bare(shown) === bare(href)
}

function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
