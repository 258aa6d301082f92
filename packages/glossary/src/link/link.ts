import { createMessage, type NotesData, type NotesRoot, type TermReference } from '@notes/parser'
import type { Text } from 'mdast'
import type { Node, Parent } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { headwordLength } from '../collect/definition.ts'
import { createTermLinker, type TermLinkerOptions } from '../linker.ts'
import type { Place, Term } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { plainText } from '../phrasing.ts'
import { located, placeOf, type Surroundings, walk } from '../places.ts'
import { rule } from '../rules.ts'
import { type Flow, flowOf } from './flow.ts'
import { isFlow, pointIn, replaceUses, type Use, usesIn } from './replace.ts'
import { SpellingRecord } from './spellings.ts'

export interface LinkOptions extends TermLinkerOptions {
  /** `first`, the default: the first use in each session becomes a reference; `every`: all of them. */
  mode?: 'first' | 'every'
}

export interface LinkResult {
  tree: NotesRoot
  messages: VFileMessage[]
}

/**
 * Makes term references of the terms' uses, in a new tree, which shares with the old one what it does not change.
 * A term is not linked in its own definition, in links, code, headings and ruby, in addresses and handles, nor right
 * behind `<!--nolink-->`.
 */
export function linkTerms(tree: NotesRoot, terms: readonly Term[], options: LinkOptions): LinkResult {
  const edits: Edits = { blocks: new Map(), titles: new Map() }
  const linker = createTermLinker(terms, options)
  const byName = new Map(terms.map((term) => [term.term, term]))
  const byKey = new Map(terms.map((term) => [nameKey(term.term), term]))
  const spellings = new SpellingRecord()
  const messages: VFileMessage[] = []
  const selfLinked = new Set<Term>()
  let seen = new Set<Term>()
  let container: Node | undefined
  let count = 0

  const link = (block: Parent, around: Surroundings): void => {
    const { text: words } = flowOf(block)
    const found = linker.find(words)
    if (found.length === 0) return spellings.addText(words, placeOf(block, around))
    const copy = copyOf(block)
    edits.blocks.set(block, copy)
    const flow = flowOf(copy)
    const own = around.definition && byKey.get(nameKey(around.definition.term))
    const uses = usesIn(flow, found, byName)
    const free = uses.filter((use) => use.term !== own)
    if (own && !selfLinked.has(own) && usesItself(flow, block, uses, own, around)) {
      selfLinked.add(own)
      messages.push(selfLink(own, placeOf(block, around)))
    }
    spellings.addText(withoutUses(flow, uses), placeOf(block, around))
    replaceUses(flow, free, (use, text) => {
      spellings.addUse(use.term, text.value, placeOfUse(use, around))
      const isFirst = !seen.has(use.term)
      seen.add(use.term)
      return isFirst || options.mode === 'every'
        ? reference(use.term, text, `use-${++count}`, isFirst)
        : undefined
    })
  }

  const noteTitle = (heading: Parent, around: Surroundings): void => {
    const found = new Set<string>()
    const flow = flowOf(heading)
    for (const { term, start, end, node } of usesIn(flow, linker.find(flow.text), byName)) {
      spellings.addUse(term, node.value.slice(start, end), placeOf(heading, around))
      found.add(term.id)
    }
    const owner: Parent = around.section ?? around.session ?? around.event
    if (found.size > 0 && owner.children[0] === heading) edits.titles.set(owner, [...found])
  }

  walk(tree, (node, around) => {
    const current = around.session ?? around.event
    if (current !== container) {
      container = current
      seen = new Set()
    }
    if (node.type === 'heading') noteTitle(node as Parent, around)
    else if (isFlow(node)) link(node, around)
    else return true
    return false
  })
  for (const term of terms) {
    const isNamed = term.places.some((place) => place.nodeId !== undefined)
    if (!isNamed && !spellings.isUsed(term)) messages.push(unused(term))
    const text = plainText(term.definition ?? [])
    if (!isNamed && linker.find(text).some((match) => match.term === term.term)) {
      messages.push(selfLink(term, term.places[0]))
    }
  }
  const children = tree.children.map((event) => edited(event, edits))
  return { tree: { ...tree, children }, messages: [...messages, ...spellings.messages()] }
}

/** What linking changes of a tree. */
interface Edits {
  /** Paragraphs and table cells with what stands in their places. */
  blocks: Map<Node, Node>
  /** Ids of the terms in the titles of events, sessions and sections. */
  titles: Map<Node, string[]>
}

/** A node with the edits; what none of them changes is shared with the tree that was. */
function edited<T extends Node>(node: T, edits: Edits): T {
  const block = edits.blocks.get(node)
  if (block) return block as T
  if (!('children' in node) || isFlow(node)) return node
  const before = (node as unknown as Parent).children
  const children = before.map((child) => edited(child, edits))
  const titleTerms = edits.titles.get(node)
  if (!titleTerms && children.every((child, index) => child === before[index])) return node
  const own: NamingNode = { ...(node as unknown as NamingNode), children }
  if (titleTerms) own.data = { ...own.data, titleTerms }
  return own as unknown as T
}

/** A block whose nodes and lists of children are new; fields and positions are shared. */
function copyOf<T extends Node>(node: T): T {
  if (!('children' in node)) return { ...node }
  return { ...node, children: (node as unknown as Parent).children.map(copyOf) }
}

/** An event, session or section whose title names terms: their ids, for the index, since headings hold no links. */
export interface NamingNode extends Parent {
  data?: NotesData & { titleTerms?: string[] }
}

function reference(term: Term, text: Text, id: string, first: boolean): TermReference {
  const node: TermReference = {
    type: 'termReference',
    termId: term.id,
    children: [text],
    data: { id, first },
  }
  if (text.position) node.position = text.position
  return node
}

/** Whether a definition uses its own term behind the headword. */
function usesItself(
  flow: Flow,
  block: Parent,
  uses: readonly Use<Term>[],
  own: Term,
  around: Surroundings,
): boolean {
  const { definition } = around
  const head = definition && definition.children[0] === (block as Node) ? headwordLength(definition) : 0
  const startOf = new Map(flow.nodes.map(({ node, start }) => [node, start]))
  return uses.some((use) => use.term === own && use.start + (startOf.get(use.node) ?? 0) >= head)
}

/** The text of a flow with spaces where the terms stand. */
function withoutUses(flow: Flow, uses: readonly Use<Term>[]): string {
  const startOf = new Map(flow.nodes.map(({ node, start }) => [node, start]))
  let text = ''
  let at = 0
  for (const use of uses) {
    const base = startOf.get(use.node) ?? 0
    text += `${flow.text.slice(at, base + use.start)} `
    at = base + use.end
  }
  return text + flow.text.slice(at)
}

function placeOfUse(use: Use<Term>, around: Surroundings): Place {
  const place = placeOf(use.node, around)
  const [start, end] = [pointIn(use.node, use.start), pointIn(use.node, use.end)]
  return start && end ? { ...place, position: { start, end } } : place
}

function selfLink(term: Term, place: Place | undefined): VFileMessage {
  const reason = `The definition of “${term.term}” uses the term itself.`
  return createMessage(rule['self-link'], { reason, ...located(place) })
}

function unused(term: Term): VFileMessage {
  const reason = `“${term.term}” is not used in the notes.`
  return createMessage(rule['unused-term'], { reason, ...located(term.places[0]) })
}
