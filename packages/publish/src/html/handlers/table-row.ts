import type { TableRow } from 'mdast'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** A row of a table; alignment is a class, as XHTML has no such attribute. */
export const tableRow: HandlerFactory<TableRow> = () => (state, node, parent) => {
  const table = parent?.type === 'table' ? parent : undefined
  const head = table !== undefined && table.children[0] === node
  const width = table?.align?.length ?? node.children.length
  const cells = Array.from({ length: width }, (_, index) => {
    const cell = node.children[index]
    const children = cell ? state.all(cell) : []
    const align = table?.align?.[index]
    const className = align ? { className: [`align-${align}`] } : {}
    // A header without a word would be announced for every cell below it.
    return head && children.length > 0
      ? element('th', { scope: 'col', ...className }, children)
      : element('td', className, children)
  })
  return element('tr', {}, cells)
}
