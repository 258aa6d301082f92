import type { Element, ElementContent } from 'hast'
import { eachElement } from '../html/each-element.ts'
import { element } from '../html/element.ts'
import { setUpright } from '../html/upright.ts'

/** What is read across in a vertical book: pictures, code and tables. */
const ACROSS = new Set(['figure', 'pre', 'table'])

const JAPANESE = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const LETTER = /[\p{Script=Latin}\d]$/u

/** Characters that vertical styles draw beside the text's own. */
export const verticalMarks: readonly number[] = Array.from(
  '〇一二三四五六七八九、頁',
  (character) => character.codePointAt(0) ?? 0,
)

/**
 * Makes a sheet ready for vertical lines: numbers and acronyms upright, and a box around each picture, table and piece
 * of code, so that the measurement can set it as a horizontal block. Changes the tree.
 */
export function setVertical(root: Element): void {
  if (!isHorizontal(root)) boxAcross(root)
  setUpright(root)
  eachElement(root, partScripts)
}

/**
 * Parts letters that lie on their side at the end of an element from kana or kanji behind it. Chromium puts the space
 * between them beside the line instead of into it where they stand in different elements; the style gives one.
 */
function partScripts(parent: Element): void {
  parent.children = parent.children.flatMap((child, at) => {
    const next = parent.children[at + 1]
    const isParted = next?.type === 'text' && JAPANESE.test(next.value) && LETTER.test(sidewaysEnd(child))
    return isParted ? [child, element('wbr', { className: ['joint'] })] : [child]
  })
}

/** The text that an element ends with; none where it stands upright. */
function sidewaysEnd(node: ElementContent): string {
  if (node.type !== 'element') return ''
  const { className } = node.properties
  if (Array.isArray(className) && (className.includes('tcy') || className.includes('upright'))) return ''
  const last = node.children.at(-1)
  return last?.type === 'text' ? last.value : last ? sidewaysEnd(last) : ''
}

/** The colophon is a horizontal page, as vertical books have it. */
function isHorizontal({ properties }: Element): boolean {
  const { className } = properties
  return Array.isArray(className) && className.includes('colophon')
}

function boxAcross(node: Element): void {
  const children: ElementContent[] = []
  for (const child of node.children) {
    if (child.type !== 'element') {
      children.push(child)
      continue
    }
    if (!ACROSS.has(child.tagName)) {
      boxAcross(child)
      children.push(child)
      continue
    }
    // What stands at the head of code stays with it.
    const label = child.tagName === 'pre' ? takeLabel(children) : undefined
    const inner = label ? element('div', {}, [label, child]) : child
    children.push(element('div', { className: ['across'] }, [inner]))
  }
  node.children = children
}

/** Takes the label away that ends the children so far; blank text behind it goes too. */
function takeLabel(children: ElementContent[]): Element | undefined {
  const at = children.findLastIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const last = children[at]
  if (last?.type !== 'element') return undefined
  const { className } = last.properties
  if (!Array.isArray(className) || !className.includes('code-label')) return undefined
  children.splice(at)
  return last
}
