import type { Element, Root } from 'hast'
import { common, createLowlight } from 'lowlight'
import { eachElement } from '../html/each-element.ts'

const lowlight = createLowlight(common)

/** Marks the parts of code whose language is known; the text stays as it is. Changes the tree. */
export function highlightCode(root: Element): void {
  eachElement(root, (node) => {
    if (node.tagName === 'pre') highlightBlock(node)
  })
}

/** The same for one block of code, a `pre`. */
export function highlightBlock({ children }: Element): void {
  for (const child of children) if (child.type === 'element' && child.tagName === 'code') mark(child)
}

function mark(code: Element): void {
  const language = languageOf(code)
  const [text] = code.children
  if (!language || !lowlight.registered(language) || text?.type !== 'text') return
  const marked: Root = lowlight.highlight(language, text.value)
  code.children = marked.children.filter((child) => child.type === 'element' || child.type === 'text')
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  const names = Array.isArray(className) ? className.map(String) : []
  return names
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
    .toLowerCase()
}
