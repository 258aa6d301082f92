import { createMessage, type NotesRoot, type TermDefinition, type TermReference } from '@notes/parser'
import type { PhrasingContent, Text } from 'mdast'
import type { Node, Parent, Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { createTermLinker, type TermLinkerOptions } from '../linker.ts'
import type { Place, Term, TermMatch } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { located, placeOf, type Surroundings, walk } from '../places.ts'
import { rule } from '../rules.ts'
import { flowOf } from './flow.ts'

export interface LinkOptions extends TermLinkerOptions {
  /** `first`, the default: the first use in each session becomes a reference; `every`: all of them. */
  mode?: 'first' | 'every'
}

export interface LinkResult {
  tree: NotesRoot
  messages: VFileMessage[]
}

/** Parents of phrasing in which terms are looked for. Headings, links, code and ruby are left alone. */
const flowTypes = new Set(['paragraph', 'tableCell'])

/** How a term is spelled, and where first. */
type Spellings = Map<string, Place>

/**
 * Makes term references of the terms' uses, in a new tree. A term is not linked in its own definition, in links,
 * code, headings and ruby, in addresses and handles, nor right behind `<!--nolink-->`.
 */
export function linkTerms(tree: NotesRoot, terms: readonly Term[], options: LinkOptions): LinkResult {
  const linked = structuredClone(tree)
  const linker = createTermLinker(terms, options)
  const byName = new Map(terms.map((term) => [term.term, term]))
  const spellings = new Map<Term, Spellings>(terms.map((term) => [term, new Map()]))
  const messages: VFileMessage[] = []
  let seen = new Set<Term>()
  let container: Node | undefined
  let count = 0

  const link = (block: Parent, around: Surroundings, defined: readonly Term[]): void => {
    const flow = flowOf(block)
    const matches = linker.find(flow.text).filter((match) => !flow.escapes.has(match.start))
    const replaced = new Map<Parent, Map<Node, PhrasingContent[]>>()
    for (const { node, parent, start } of flow.nodes) {
      const uses = matches.flatMap((match) => {
        const term = byName.get(match.term)
        const isInside = match.start >= start && match.end <= start + node.value.length
        return term && isInside
          ? [{ ...match, start: match.start - start, end: match.end - start, term }]
          : []
      })
      const references: Use[] = []
      for (const use of uses) {
        if (defined.includes(use.term)) {
          messages.push(selfLink(use.term, placeOf(node, around)))
          continue
        }
        note(spellings.get(use.term), node.value.slice(use.start, use.end), placeOf(node, around))
        const isFirst = !seen.has(use.term)
        seen.add(use.term)
        if (isFirst || options.mode === 'every') references.push({ ...use, isFirst, id: `use-${++count}` })
      }
      if (references.length === 0) continue
      const parts = replaced.get(parent) ?? new Map<Node, PhrasingContent[]>()
      parts.set(node, splitText(node, references))
      replaced.set(parent, parts)
    }
    for (const [parent, parts] of replaced) {
      parent.children = parent.children.flatMap((child) => parts.get(child) ?? [child])
    }
  }

  const definitions: { node: Node; terms: Term[] }[] = []
  walk(linked, (node, around) => {
    const current = around.session ?? around.event
    if (current !== container) {
      container = current
      seen = new Set()
    }
    if (node.type === 'termDefinition') {
      const own = terms.find((term) => nameKey(term.term) === nameKey((node as TermDefinition).term))
      if (own) definitions.push({ node, terms: [own] })
    }
    if (!flowTypes.has(node.type)) return node.type !== 'heading'
    link(
      node as Parent,
      around,
      definitions.filter((other) => contains(other.node, node)).flatMap((other) => other.terms),
    )
    return false
  })
  for (const term of terms) messages.push(...checkUse(term, spellings.get(term) ?? new Map()))
  return { tree: linked, messages }
}

interface Use extends Omit<TermMatch, 'term'> {
  term: Term
  isFirst: boolean
  id: string
}

function contains(outer: Node, inner: Node): boolean {
  if (outer === inner) return true
  return 'children' in outer && (outer as Parent).children.some((child) => contains(child, inner))
}

/** Cuts a text node at its uses. Pieces keep their positions where the node's text stands in the source as it is. */
function splitText(node: Text, uses: readonly Use[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  const piece = (start: number, end: number): Text => {
    const text: Text = { type: 'text', value: node.value.slice(start, end) }
    const [from, to] = [pointIn(node, start), pointIn(node, end)]
    if (from && to) text.position = { start: from, end: to }
    return text
  }
  let at = 0
  for (const use of uses) {
    if (use.start > at) pieces.push(piece(at, use.start))
    const text = piece(use.start, use.end)
    const reference: TermReference = {
      type: 'termReference',
      termId: use.term.id,
      children: [text],
      data: { id: use.id, first: use.isFirst },
    }
    if (text.position) reference.position = text.position
    pieces.push(reference)
    at = use.end
  }
  if (at < node.value.length) pieces.push(piece(at, node.value.length))
  return pieces
}

/** The point of an offset in a text node of one line without escapes, whose source is as long as its value. */
function pointIn(node: Text, offset: number): Point | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || start.line !== end.line) return undefined
  if (end.offset - start.offset !== node.value.length) return undefined
  return { line: start.line, column: start.column + offset, offset: start.offset + offset }
}

function note(spellings: Spellings | undefined, spelling: string, place: Place): void {
  if (spellings && !spellings.has(spelling)) spellings.set(spelling, place)
}

function selfLink(term: Term, place: Place): VFileMessage {
  const reason = `The definition of “${term.term}” uses the term itself.`
  return createMessage(rule['self-link'], { reason, ...located(place) })
}

function checkUse(term: Term, spellings: Spellings): VFileMessage[] {
  if (spellings.size > 0) return []
  const reason = `“${term.term}” is not used in the notes.`
  return [createMessage(rule['unused-term'], { reason, ...located(term.places[0]) })]
}
