import { expect, it } from 'vitest'
import { renumberStructureIds } from '../../src/pdf/structure-ids.ts'

const renumbered = (text: string) => renumberStructureIds(Buffer.from(text, 'latin1')).toString('latin1')

it('gives two prints of one table the same ids, in their order', () => {
  const print = (first: string, second: string) =>
    `/ID (node${second}) /Headers [(node${first})] /Names [(node${first}) 1 0 R (node${second}) 2 0 R]`
  expect(renumbered(print('00000166', '00000336'))).toBe(print('00000001', '00000002'))
  expect(renumbered(print('00000052', '00000054'))).toBe(print('00000001', '00000002'))
})

it('leaves what only looks like an id', () => {
  for (const text of ['(node1)', '(node00000012', '(nodes and edges)', String.raw`(see \(node00000012\))`])
    expect(renumbered(text)).toBe(text)
})
