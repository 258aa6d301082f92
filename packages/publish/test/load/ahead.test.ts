import { expect, it } from 'vitest'
import { ahead } from '../../src/load/ahead.ts'

it('runs so many at a time, and gives the results in the order of the items', async () => {
  for (const [items, count] of [
    [[], 3],
    [[5], 3],
    [[3, 1, 4, 1, 5, 9, 2, 6], 3],
    [[2, 7], 1],
  ] as const) {
    let running = 0
    let most = 0
    const run = async (item: number): Promise<number> => {
      most = Math.max(most, ++running)
      for (let turn = 0; turn < item; turn++) await Promise.resolve()
      running--
      return item * 10
    }
    const results: [number, number][] = []
    for await (const result of ahead(items, count, run)) results.push(result)
    expect(results).toEqual(items.map((item) => [item, item * 10]))
    expect(most).toBe(Math.min(count, items.length))
  }
})
