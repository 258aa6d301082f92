import type { Printed } from './printed.ts'
import { cutText, parentKeyOf, referencesIn } from './syntax.ts'

/** Everything that some objects need, in the order of the file, without what ties them to other handouts. */
export function reachable(
  printed: Printed,
  starts: Iterable<number>,
  handouts: ReadonlySet<number>,
): number[] {
  const found = new Set<number>()
  const queue: number[] = []
  const want = (number: number): void => {
    const owner = printed.owners.get(number)
    if (found.has(number) || (owner !== undefined && !handouts.has(owner))) return
    found.add(number)
    queue.push(number)
  }
  for (const start of starts) want(start)
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    const pieces = printed.pieces(number)
    for (const target of referencesIn(pieces)) want(target)
    const key = parentKeyOf(pieces)
    const parents = key === undefined ? undefined : printed.parents.get(key)
    if (parents !== undefined) for (const target of referencesIn(cutText(parents))) want(target)
  }
  return [...found].toSorted((a, b) => a - b)
}
