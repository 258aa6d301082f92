import type { ParseContext, PersonEntry } from '../context.ts'
import type { Event, Person, Session } from '../nodes.ts'
import { foldName, mergePerson, SpeakerIndex } from './add-speakers.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { syntaxRule } from './rules.ts'
import { eachContainer } from './walk.ts'
import { organizationEvidence } from './words.ts'

/**
 * One person under several names, by people.yaml: a speaker whom the notes name by an alias gets the name, reading,
 * affiliation and page of the record, and two entries of one person become one. The text of the notes stays.
 *
 * With the record `{name: 山田花子, reading: やまだはなこ, aliases: ["@alpha"]}`, `- 発表者：@alpha` gives the speaker
 * 山田花子 with the handle @alpha.
 */
export const resolvePeople: SyntaxPass = (tree, context) => {
  const byName = new Map<string, PersonEntry>()
  for (const entry of context.people) {
    for (const name of [entry.name, ...(entry.aliases ?? [])]) byName.set(foldName(name), entry)
  }
  eachContainer(tree, (node) => {
    if (node.type === 'section' || !node.speakers?.length) return
    if (byName.size) resolve(node, byName)
    node.speakers = inOrder(withoutDoubles(node.speakers), node, context)
    for (const { kind, name, position } of node.speakers) {
      if (kind !== 'organization' || byName.has(foldName(name)) || organizationEvidence(name) !== 'shape')
        continue
      context.report(syntaxRule.groupSpeaker, {
        reason: `The speaker \`${name}\` is read as a group by the form of the name.`,
        ...(position && { place: position }),
      })
    }
  })
}

function resolve(owner: Event | Session, byName: ReadonlyMap<string, PersonEntry>): void {
  const people: Person[] = []
  const seen = new Map<PersonEntry, Person>()
  for (const speaker of owner.speakers ?? []) {
    const entry = byName.get(foldName(speaker.name)) ?? byName.get(foldName(speaker.handle ?? '\0'))
    const known = entry && seen.get(entry)
    if (known) mergePerson(known, speaker)
    else people.push(speaker)
    if (!entry) continue
    if (!known) seen.set(entry, speaker)
    infer(owner, 'speakers', 'people-file')
    fill(known ?? speaker, entry)
  }
  owner.speakers = people
}

/** Joins entries that later mentions have shown to be one person. */
function withoutDoubles(people: readonly Person[]): Person[] {
  const found: Person[] = []
  const index = new SpeakerIndex()
  for (const person of people) {
    const known = index.find(person)
    if (known) mergePerson(known, person)
    else found.push(person)
    index.add(known ?? person)
  }
  return found
}

/** Sorts speakers by where the notes name them first; what stands before a title comes behind it in the tree. */
function inOrder(people: readonly Person[], owner: Event | Session, { bodyStart }: ParseContext): Person[] {
  const [first] = owner.children
  const title = first?.type === 'heading' ? first.position : undefined
  const offset = ({ position }: Person): number => {
    const at = position?.start.offset ?? 0
    return title && at >= title.start.offset! && at <= title.end.offset! ? bodyStart - 1 : at
  }
  return people.toSorted((one, other) => offset(one) - offset(other))
}

/** Gives a speaker what the record says. */
function fill(person: Person, entry: PersonEntry): void {
  person.name = entry.name
  if (entry.kind) person.kind = entry.kind
  if (entry.reading) person.reading = entry.reading
  const handle = entry.aliases?.find((alias) => /^[@＠]/.test(alias))
  if (handle) person.handle ??= handle.replace('＠', '@')
  if (entry.affiliation && !person.affiliations.includes(entry.affiliation))
    person.affiliations.push(entry.affiliation)
  if (entry.url && !person.urls.some(({ url }) => url === entry.url)) person.urls.push({ url: entry.url })
}
