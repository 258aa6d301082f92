import { type NotesRoot, parseNotes } from '@notes/parser'
import type { Node, Parent } from 'unist'
import { describePlace } from '../../src/places.ts'
import { collectTerms, linkTerms, type LinkOptions, type Term } from '../../src/index.ts'
import type { VFileMessage } from 'vfile-message'
import { tokenizer } from './tokenizer.ts'

/** A book of one event with one session, whose body is given. */
export function notes(body: string): NotesRoot {
  return parseNotes(`# 会\n\n## 話\n\n${body}\n`, { file: 'notes.md' }).tree
}

export interface Linked {
  terms: Term[]
  tree: NotesRoot
  /** Rule and place of each diagnostic. */
  messages: string[]
  uses: string[]
}

/** Collects and links at once. */
export function linked(body: string, yaml = '', mode: LinkOptions['mode'] = 'every'): Linked {
  const tree = notes(body)
  const collected = collectTerms(tree, { source: yaml, file: 'glossary.yaml' })
  const result = linkTerms(tree, collected.terms, { tokenizer, mode })
  return {
    terms: collected.terms,
    tree: result.tree,
    messages: [...collected.messages, ...result.messages].map(describe),
    uses: usesOf(result.tree),
  }
}

export function describe(message: VFileMessage): string {
  const place =
    message.place && ('start' in message.place ? message.place : { start: message.place, end: message.place })
  return `${message.ruleId} ${describePlace({ ...(message.file && { file: message.file }), ...(place && { position: place }) })}`
}

/** Texts of all term references in the tree's order. */
export function usesOf(node: Node): string[] {
  if (node.type === 'termReference')
    return [(node as Parent).children.map((child) => (child as { value?: string } & Node).value).join('')]
  return 'children' in node ? (node as Parent).children.flatMap(usesOf) : []
}
