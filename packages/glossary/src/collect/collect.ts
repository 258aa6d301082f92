import { createMessage, type NotesRoot, type TermDefinition } from '@notes/parser'
import type { PhrasingContent } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { type GlossaryEntry, type GlossaryFile, readGlossary } from '../glossary-file.ts'
import { longestTerm } from '../linker.ts'
import type { Place, Term } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { plainText } from '../phrasing.ts'
import { describePlace, located, placeOf, walk } from '../places.ts'
import { rule } from '../rules.ts'
import { IdRegister, termIdOf } from '../term-id.ts'
import { findAcronyms } from './acronyms.ts'
import { checkTerms } from './check.ts'
import { definitionBlocks } from './definition.ts'
import { markdownBlocks } from './markdown-blocks.ts'

export interface CollectResult {
  /** In the order of the glossary file, then of the book. */
  terms: Term[]
  messages: VFileMessage[]
}

/**
 * Gathers the terms of a book: glossary.yaml, then 用語 sections and definitions in the notes, then acronyms that
 * the notes spell out. The glossary file wins over the notes, and an earlier definition over a later one.
 */
export function collectTerms(tree: NotesRoot, glossary?: GlossaryFile): CollectResult {
  const collection = new Collection()
  if (glossary) {
    const { entries, messages } = readGlossary(glossary)
    collection.messages.push(...messages)
    for (const entry of entries) collection.addEntry(entry, glossary.file)
  }
  const acronyms: { acronym: string; expansion: string; place: Place }[] = []
  walk(tree, (node, around) => {
    if (node.type === 'termDefinition')
      collection.addDefinition(node as TermDefinition, placeOf(node, around))
    if (node.type !== 'paragraph' && node.type !== 'tableCell' && node.type !== 'heading') return
    const text = plainText((node as { children: PhrasingContent[] } & typeof node).children)
    for (const acronym of findAcronyms(text)) acronyms.push({ ...acronym, place: placeOf(node, around) })
  })
  for (const { acronym, expansion, place } of acronyms) collection.addAcronym(acronym, expansion, place)
  const { terms, messages } = collection
  messages.push(...checkTerms(terms))
  return { terms, messages }
}

class Collection {
  readonly terms: Term[] = []
  readonly messages: VFileMessage[] = []
  readonly #byName = new Map<string, Term>()
  readonly #byAlias = new Map<string, Term>()
  readonly #ids = new IdRegister()

  addEntry(entry: GlossaryEntry, file: string): void {
    const place: Place = { file, position: entry.positions.term ?? entry.position }
    if (!this.#isUsable(entry.term, place)) return
    const existing = this.#byName.get(nameKey(entry.term))
    const definition: Term['definition'] = entry.definition ? markdownBlocks(entry.definition) : undefined
    if (existing) {
      this.#reportTwice(existing, place)
      existing.places.push(place)
      if (definition) existing.definition ??= definition
      this.#addAliases(existing, entry.aliases, entry.aliasReadings)
      return
    }
    const term = this.#add(entry.term, place, entry.id)
    if (entry.reading) term.reading = entry.reading
    if (definition) term.definition = definition
    term.not.push(...entry.not)
    const others = entry.see.filter((name) => nameKey(name) !== nameKey(entry.term))
    if (others.length < entry.see.length) {
      const reason = `“${entry.term}” refers to itself.`
      this.messages.push(createMessage(rule['see-cycle'], { reason, ...located(place) }))
    }
    if (others.length > 0) term.see = others
    if (entry.url) term.url = entry.url
    this.#addAliases(term, entry.aliases, entry.aliasReadings)
  }

  addDefinition(node: TermDefinition, place: Place): void {
    if (!this.#isUsable(node.term, place)) return
    const blocks = definitionBlocks(node)
    const existing = this.#find(node.term)
    const term = existing ?? this.#add(node.term, place)
    if (existing) {
      const definedAt = existing.definition && existing.places.find((other) => other.nodeId !== undefined)
      if (blocks.length > 0 && definedAt) this.#reportTwice(existing, place, definedAt)
      existing.places.push(place)
    }
    if (blocks.length > 0) term.definition ??= blocks
    if (node.reading !== undefined) term.reading ??= node.reading
    this.#addAliases(term, node.aliases)
  }

  addAcronym(acronym: string, expansion: string, place: Place): void {
    const existing = this.#find(acronym) ?? this.#find(expansion)
    const term = existing ?? this.#add(acronym, place)
    const other = term.aliases.find((alias) => alias.includes(' ') && nameKey(alias) !== nameKey(expansion))
    if (nameKey(term.term) === nameKey(acronym) && other && /^[A-Za-z]/.test(other)) {
      const reason = `${acronym} stands for “${expansion}” here, and for “${other}” elsewhere.`
      this.messages.push(createMessage(rule['acronym-conflict'], { reason, ...located(place) }))
      return
    }
    this.#addAliases(term, [acronym, expansion])
  }

  /** The term that the notes mean by a name: an entry of its own, or one that has it as an alias. */
  #find(name: string): Term | undefined {
    const key = nameKey(name)
    return this.#byName.get(key) ?? this.#byAlias.get(key)
  }

  #add(name: string, place: Place, wantedId?: string): Term {
    const wanted = wantedId && /^[A-Za-z][\w.-]*$/.test(wantedId) ? wantedId : termIdOf(name)
    const { id, taken } = this.#ids.claim(wanted)
    if (taken && wantedId) {
      const reason = `The id \`${wanted}\` of “${name}” is taken; it became \`${id}\`.`
      this.messages.push(createMessage(rule['duplicate-id'], { reason, ...located(place) }))
    }
    const term: Term = { id, term: name, aliases: [], not: [], places: [place] }
    this.terms.push(term)
    this.#byName.set(nameKey(name), term)
    return term
  }

  #addAliases(term: Term, aliases: readonly string[], readings: Readonly<Record<string, string>> = {}): void {
    for (const alias of aliases) {
      const key = nameKey(alias)
      if (key === '' || alias.length > longestTerm) continue
      if (alias !== term.term && !term.aliases.includes(alias)) term.aliases.push(alias)
      if (!this.#byAlias.has(key)) this.#byAlias.set(key, term)
    }
    if (Object.keys(readings).length > 0) term.aliasReadings = { ...readings, ...term.aliasReadings }
  }

  #isUsable(name: string, place: Place): boolean {
    if (nameKey(name) === '') {
      this.messages.push(createMessage(rule['empty-term'], located(place)))
      return false
    }
    if (name.length > longestTerm) {
      const reason = `The term “${name.slice(0, 20)}…” has ${name.length} characters; at most ${longestTerm} are looked for.`
      this.messages.push(createMessage(rule['long-term'], { reason, ...located(place) }))
      return false
    }
    if ([...name.normalize('NFC')].length === 1) {
      const reason = `The term “${name}” has only one character and is linked only where it stands alone.`
      this.messages.push(createMessage(rule['short-term'], { reason, ...located(place) }))
    }
    return true
  }

  #reportTwice(term: Term, place: Place, other = term.places[0]): void {
    const reason = `“${term.term}” is defined at ${describePlace(place)} and at ${other ? describePlace(other) : 'another place'}.`
    this.messages.push(createMessage(rule['defined-twice'], { reason, ...located(place) }))
  }
}
