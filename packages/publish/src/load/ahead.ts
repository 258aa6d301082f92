/** The results for items in their order, so many of them under way at a time. `run` never rejects. */
export async function* ahead<Item, Result>(
  items: readonly Item[],
  count: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<[item: Item, result: Result], void> {
  const running = items.slice(0, count).map(run)
  for (const [index, item] of items.entries()) {
    const result = await running[index % count]!
    const next = items[index + count]
    if (next !== undefined) running[index % count] = run(next)
    yield [item, result]
  }
}
