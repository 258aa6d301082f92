import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { eachElement } from '../html/each-element.ts'

/** What is read in one breath. */
const units = new Set(['a', 'li', 'p', 'td', 'th'])

/**
 * Keeps the text of an image from being heard twice: as its alternative text and as the caption or the words beside it,
 * which are there to be seen. Ace calls it a violation. Changes the tree.
 */
export function hideRepeats(root: Element): void {
  eachElement(root, (node) => {
    if (node.tagName === 'figure') hideCaption(node)
    else if (units.has(node.tagName)) hideImages(node)
  })
}

function hideCaption(figure: Element): void {
  const [image] = imagesIn(figure)
  for (const child of figure.children) {
    if (child.type !== 'element' || child.tagName !== 'figcaption') continue
    if (image && spaced(toString(child)) === altOf(image)) child.properties['ariaHidden'] = 'true'
  }
}

function hideImages(unit: Element): void {
  const images = imagesIn(unit)
  if (images.length === 0) return
  const said = spaced(toString(unit))
  for (const image of images)
    if (said !== '' && altOf(image) === said) image.properties['ariaHidden'] = 'true'
}

/** Images below an element, but for those in figures, which speak for themselves. */
function imagesIn(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'figure') return []
    return child.tagName === 'img' ? [child] : imagesIn(child)
  })
}

function altOf(image: Element): string {
  return spaced(String(image.properties['alt'] ?? ''))
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
