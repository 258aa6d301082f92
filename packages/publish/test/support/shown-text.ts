/** What a chapter of an ePub shows of its notes, as letters and digits. */
import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { lettersOf } from './lost-words.ts'

export interface ShownChapter {
  /** The title and the notes, in the order of the book. */
  text: string
  /** Up to where lines have been found in it. */
  end: number
  /** What stands elsewhere than the notes have it: facts under the title, footnotes at the end. */
  elsewhere: string
}

/** What books add: `Q` and `A`, who asked, days, numbers of notes, pages; and readings, which ruby sets beside. */
const added = new Set(['mark', 'who', 'due', 'noteref', 'note-number', 'page-ref', 'rt', 'rp'])
/** What is gathered from the notes under the title, and the notes of the chapter with their heading. */
const moved = new Set(['speakers', 'facts', 'series', 'notes'])
/** What repeats the titles of other chapters. */
const repeated = new Set(['running-event', 'part-contents'])

export function shownChapter(xhtml: string): ShownChapter {
  const { children } = fromHtml(xhtml.replace(/^[\s\S]*<body>/u, ''), { fragment: true })
  const elsewhere: string[] = []
  const text = textOf(children as ElementContent[], elsewhere)
  return { text: lettersOf(text), end: 0, elsewhere: elsewhere.map(lettersOf).join('\n') }
}

function textOf(nodes: readonly ElementContent[], elsewhere: string[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element') return ''
      const names = [node.tagName, ...classesOf(node)]
      if (names.some((name) => added.has(name) || repeated.has(name))) return ''
      if (node.tagName === 'img') return String(node.properties['alt'] ?? '')
      const text = withoutLabel(names, textOf(node.children, elsewhere))
      if (!names.some((name) => moved.has(name))) return text
      elsewhere.push(text)
      return ''
    })
    .join('')
}

/** `［画像：図］` stands for an image that is missing. */
function withoutLabel(names: readonly string[], text: string): string {
  return names.includes('missing') ? text.replace(/^［画像[：なし]*(.*)］$/u, '$1') : text
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}
