import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import { element, text } from '../element.ts'
import { type HandlerFactory, leadParagraph } from './handler.ts'

/** The chapter's blocks, then its footnotes, each with links back to where it is called. */
export const root: HandlerFactory<Root> = (scope) => (state, node) => {
  const { labels } = scope.shared
  const notesId = scope.notesId ?? scope.id
  const children = state.all(node)
  const notes: ElementContent[] = []
  // A note may call further notes, so the order grows while it is walked.
  for (let index = 0; index < state.footnoteOrder.length; index++) {
    const key = state.footnoteOrder[index] ?? ''
    const definition = state.footnoteById.get(key)
    if (!definition) continue
    const blocks = state.all(definition)
    const number = index + 1
    const back: ElementContent[] = []
    for (let use = 1; use <= (state.footnoteCounts.get(key) ?? 1); use++) {
      const suffix = use > 1 ? `-${use}` : ''
      const ariaLabel = labels.backTo(`${number}${suffix}`)
      const href = `#${notesId}-ref-${number}${suffix}`
      back.push(text(' '), element('a', { href, role: 'doc-backlink', ariaLabel }, ['↩\uFE0E']))
    }
    leadParagraph(blocks).children.unshift(
      element('span', { className: ['note-number'] }, [String(number)]),
      text(' '),
    )
    const last = blocks.at(-1)
    if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
    else blocks.push(element('p', {}, back))
    const properties = { id: `${notesId}-note-${number}`, className: ['note'], role: 'doc-footnote' }
    notes.push(text('\n'), element('aside', properties, blocks))
  }
  // The library would add its own notes at the end.
  state.footnoteOrder.length = 0
  if (notes.length > 0) {
    // The notes of an entry of the glossary are no part of the chapter.
    const isOwn = scope.notesId === undefined
    const title = isOwn ? element('h2', {}, [labels.notes]) : undefined
    children.push(element(isOwn ? 'section' : 'div', { className: ['notes'] }, [title, ...notes]))
  }
  return { type: 'root', children: state.wrap(children, true) } as never
}
