import type { Nodes } from 'mdast'
import type { NotesRoot } from '../../src/index.ts'

/** A stretch of letters and digits of the source that stands in no leaf and in no field. */
export interface Loss {
  offset: number
  text: string
}

const ITEMS = new Set<string>(['point', 'question', 'answer', 'termDefinition', 'action'])
const WORD = /[\p{L}\p{N}]+/gu

/**
 * The letters and digits of a source that a tree lost: those that lie neither inside the position of a leaf nor in a
 * marker whose value a field of its node keeps. The exceptions are those of docs/syntax.md: the numbers of an ordered
 * list behind its first.
 */
export function lossesOf(source: string, tree: NotesRoot): Loss[] {
  const kept = new Uint8Array(source.length)
  const waiting: Nodes[] = [tree as unknown as Nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node && node.children.length > 0) {
      keepMarkers(node, source, kept)
      waiting.push(...(node.children as Nodes[]))
    } else if (node.position && node.type !== ('notesRoot' as string)) {
      kept.fill(1, node.position.start.offset, node.position.end.offset)
    }
  }
  const losses: Loss[] = []
  for (const { 0: word, index } of source.matchAll(WORD)) {
    for (let at = index; at < index + word.length; at++) {
      if (kept[at]) continue
      losses.push({ offset: at, text: source.slice(at, index + word.length) })
      break
    }
  }
  return losses
}

/** Text nodes whose letters and digits are not those that their position spans. */
export function misplaced(source: string, tree: NotesRoot): string[] {
  const found: string[] = []
  const waiting: Nodes[] = [tree as unknown as Nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...(node.children as Nodes[]))
    if (node.type !== 'text' || !node.position) continue
    const slice = source.slice(node.position.start.offset, node.position.end.offset)
    if (!slice.includes('&') && lettersOf(slice) !== lettersOf(node.value)) found.push(node.value)
  }
  return found
}

function lettersOf(text: string): string {
  return (text.match(WORD) ?? []).join('')
}

function keepMarkers(node: Nodes, source: string, kept: Uint8Array): void {
  if (!node.position || !('children' in node)) return
  const fields = fieldsOf(node)
  if (fields === undefined) return keepItemMarker(node, source, kept)
  // What lies between the children, and before and behind them.
  let from = node.position.start.offset!
  const ends = [...node.children.flatMap(({ position }) => (position ? [position] : [])), undefined]
  for (const child of ends) {
    const to = child ? child.start.offset! : node.position.end.offset!
    const words = source.slice(from, to).match(WORD) ?? []
    if (words.every((word) => fields.includes(word))) kept.fill(1, from, to)
    if (child) from = child.end.offset!
  }
}

/** The number or the box of an item: lists keep their first number, items keep `checked`. */
function keepItemMarker(node: Nodes, source: string, kept: Uint8Array): void {
  const { start, end } = node.position!
  const marker = /^\d{1,9}[.)](?=\s|$)(?:[ \t\u3000]+\[[xX ]\])?|^[-*+][ \t\u3000]+\[[xX]\]/.exec(
    source.slice(start.offset, Math.min(end.offset!, start.offset! + 40)),
  )
  if (marker && ITEMS.has(node.type)) kept.fill(1, start.offset, start.offset! + marker[0].length)
}

/** The values that a node's markers left in its fields. */
function fieldsOf(node: Nodes): string | undefined {
  switch (node.type as string) {
    case 'link': {
      const { url, title } = node as { url?: string; title?: string | null }
      return `${url} ${safeDecode(url ?? '')} ${title ?? ''} quot amp lt gt`
    }
    case 'linkReference':
    case 'footnoteDefinition': {
      const { label, identifier } = node as { label?: string | null; identifier?: string }
      return `${label} ${identifier}`
    }
    case 'ruby':
      return (node as unknown as { readings: string[] }).readings.join(' ')
    default:
      return undefined
  }
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
