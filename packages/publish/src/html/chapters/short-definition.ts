import { toString } from 'mdast-util-to-string'
import type { Node, Parent } from 'unist'

/** A definition in the glossary has so many characters, unless its first block is longer. */
const longest = 200
/** Points of a definition that is shortened. */
const pointsKept = 3
/** A definition with one point more is still given whole. */
const pointsWhole = pointsKept + 1

/**
 * What the glossary gives of a definition: all of it where it is short, else its first level only, a few points at
 * most. What the author of glossary.yaml wrote for the glossary is given whole; such blocks have no position.
 */
export function shortDefinition(blocks: readonly Node[]): { blocks: Node[]; isCut: boolean } {
  const isFromNotes = blocks.every(({ position }) => position !== undefined)
  if (!isFromNotes || (lengthOf(blocks) <= longest && countPoints(blocks) <= pointsWhole))
    return { blocks: [...blocks], isCut: false }
  const budget: Budget = { characters: longest, points: pointsKept }
  const kept = blocks
    .map((block) => (block.type === 'list' ? shortList(block as Parent, budget) : fitting(block, budget)))
    .filter((block) => block !== undefined)
  return { blocks: kept, isCut: true }
}

interface Budget {
  characters: number
  points: number
}

/** A list's first points, each without what stands below it; undefined where none fits. */
function shortList(list: Parent, budget: Budget): Node | undefined {
  const children = list.children.flatMap((point) => {
    if (budget.points <= 0) return []
    const [first] = 'children' in point ? (point as Parent).children : []
    const short = first ? { ...point, children: [first] } : point
    const fits = fitting(short, budget)
    budget.points--
    return fits ? [fits] : []
  })
  return children.length > 0 ? ({ ...list, spread: false, children } as Node) : undefined
}

/** The block where there is room for it; the first one has always room, and what is left out ends the definition. */
function fitting<N extends Node>(block: N, budget: Budget): N | undefined {
  const length = lengthOf([block])
  const isFirst = budget.characters === longest
  if (length > budget.characters && !isFirst) {
    budget.characters = -1
    return undefined
  }
  budget.characters -= Math.max(length, 1)
  return block
}

function lengthOf(nodes: readonly Node[]): number {
  return toString(nodes).replace(/\s/gu, '').length
}

function countPoints(nodes: readonly Node[]): number {
  return nodes.reduce((count, node) => {
    const children = 'children' in node ? (node as Parent).children : []
    return count + (node.type === 'list' ? children.length : 0) + countPoints(children)
  }, 0)
}
