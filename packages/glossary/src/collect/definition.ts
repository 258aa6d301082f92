import type { NotesBlock, TermDefinition } from '@notes/parser'
import type { PhrasingContent } from 'mdast'
import { plainText } from '../phrasing.ts'

/** What stands between a headword and what it means. */
const separatorPattern =
  /^.{1,160}?(?:とは(?:何か|なにか|何|なに)?[、,:：?？]?\s*|[:：](?!\/\/)\s*|\s[-–—―=＝]\s|\s*(?:…+|→|⇒|->|=>)\s*|\t)/u

/** The blocks that say what a term means: the definition without its headword. */
export function definitionBlocks(node: TermDefinition): NotesBlock[] {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph') return node.children
  const length = headwordLength(node)
  const children = dropStart(first.children, length)
  return plainText(children).trim() === '' ? rest : [{ ...first, children }, ...rest]
}

/** Length of the headword with its separator at the start of a definition's first paragraph, 0 where it is absent. */
export function headwordLength(node: TermDefinition): number {
  const [first] = node.children
  const text = first?.type === 'paragraph' ? plainText(first.children) : ''
  const { term } = node
  if (!text.trimStart().startsWith(term)) return 0
  const rest = text.slice(text.indexOf(term) + term.length)
  // Only names may stand between the headword and its separator.
  const separator = separatorPattern.exec(`x${rest}`)?.[0]
  if (separator === undefined) return /^\s*(?:[(（][^()（）]*[)）]\s*)*$/u.test(rest) ? text.length : 0
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
      else if ('children' in node) kept.push({ ...node, children: dropStart(node.children, left) })
      else kept.push(node)
    }
    left -= length
  }
  return kept
}
