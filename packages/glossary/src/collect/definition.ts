import type { NotesBlock, TermDefinition } from '@notes/parser'
import type { PhrasingContent } from 'mdast'
import { plainText } from '../phrasing.ts'

/** What stands between a headword and what it means. */
const separatorPattern =
  /^.{1,160}?(?:とは[、,:：]?\s*|[:：](?!\/\/)\s*|\s[-–—―=＝]\s|\s*(?:…+|→|⇒|->|=>)\s*|\t)/u

/** The blocks that say what a term means: the definition without its headword. */
export function definitionBlocks(node: TermDefinition): NotesBlock[] {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph') return node.children
  const length = headLength(plainText(first.children), node.term)
  if (length === undefined) return node.children
  const children = dropStart(first.children, length)
  return plainText(children).trim() === '' ? rest : [{ ...first, children }, ...rest]
}

/** Length of the headword with its separator; undefined where the text does not begin with the headword. */
function headLength(text: string, term: string): number | undefined {
  if (!text.trimStart().startsWith(term)) return undefined
  const rest = text.slice(text.indexOf(term) + term.length)
  // Only names may stand between the headword and its separator.
  const separator = separatorPattern.exec(`x${rest}`)?.[0]
  if (separator === undefined)
    return /^\s*(?:[(（][^()（）]*[)）]\s*)*$/u.test(rest) ? text.length : undefined
  return text.length - rest.length + separator.length - 1
}

/** Phrasing without its first `count` characters. */
function dropStart(nodes: PhrasingContent[], count: number): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  let left = count
  for (const node of nodes) {
    const length = plainText([node]).length
    if (left <= 0) kept.push(node)
    else if (length > left) {
      if (node.type === 'text') kept.push({ ...node, value: node.value.slice(left) })
      else if ('children' in node)
        kept.push({ ...node, children: dropStart(node.children, left) } as PhrasingContent)
      else kept.push(node)
    }
    left -= length
  }
  return kept
}
