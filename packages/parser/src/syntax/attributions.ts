import type { List, Nodes, Paragraph } from 'mdast'
import type { ParseContext } from '../context.ts'
import type { Attribution, Event, Person, Question, Session } from '../nodes.ts'
import { foldName } from './add-speakers.ts'
import { splitHonorific } from './honorific.ts'
import type { SyntaxPass } from './index.ts'
import { infer } from './inferred.ts'
import { leadText } from './members.ts'
import { textOf } from './phrasing-text.ts'
import { syntaxRule } from './rules.ts'
import { looksJapaneseName } from './surnames.ts'
import { countTurns } from './turns.ts'
import { eachContainer, eachList, itemsOf, leadOf, ownerOf, type Scope } from './walk.ts'
import { blockRoleOf, companyLabel } from './words.ts'

/**
 * Statements with the one who makes them in front: `例示社：週に一度直す`, `@alpha: 賛成`, `山田さん：反対`. The name
 * goes into `data.attribution` of the point (or into `answerer` of an answer); the text stays as it is.
 *
 * A label counts as a name where the notes show it: it is a speaker, a speaker's company, a company by its form, it
 * carries a handle or an honorific, or it stands in a row beside such a label. `防御対象: …` stays a label, and `5:5`,
 * `12:30`, `http://…` and `RE:Invent` have none.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * ### メンバー
 *
 * - 山田
 *   - 例示社の検索担当
 *
 * ### 直し方
 *
 * - 例示社：週に一度直す
 * ```
 *
 * ```json
 * {"type": "point", "data": {"attribution": {"kind": "organization", "name": "例示社"}}}
 * ```
 */
export const attributions: SyntaxPass = (tree, context) => {
  const turns = countTurns(tree)
  const known = new Map<Event | Session, Known>()
  eachContainer(tree, (container, scope) => {
    // Sections of people and of terms hold names and headwords, not statements.
    if (scope.role === 'members' || scope.role === 'terms') return
    const owner = ownerOf(scope)
    let facts = known.get(owner)
    if (!facts) known.set(owner, (facts = knownIn(scope, turns.get(owner))))
    const names = facts
    for (const block of container.children as Nodes[]) {
      if (block.type === 'question') readAnswers(block, names)
      else if (block.type === 'paragraph') readTurn(block, names)
    }
    eachList(container, (list, parents) => {
      for (const item of itemsOf(list)) if (item.type === 'question') readAnswers(item, names)
      const parent = parents.at(-1)
      if (parent && blockRoleOf(leadText(parent)) === 'members') return
      readList(list, names, context)
    })
  })
}

interface Known {
  people: Map<string, Person>
  /** Short labels that come again and again, as speakers do in a log: `matz: …`, `ko1: …`. */
  turns: ReadonlySet<string>
  /** What was found out about a label before. */
  labels: Map<string, Attribution | undefined>
  /** What the speakers say about where they work. */
  about: string
}

function knownIn({ event, session }: Scope, turns: ReadonlySet<string> = new Set()): Known {
  const people = new Map<string, Person>()
  const about: string[] = []
  for (const person of [...(event.speakers ?? []), ...(session?.speakers ?? [])]) {
    for (const name of [person.name, person.handle ?? person.name, person.name.split(/\s/)[0] ?? '']) {
      people.set(foldName(name), person)
    }
    about.push(...person.affiliations, ...person.bio)
  }
  return {
    people,
    turns,
    labels: new Map(),
    about: about.join('\n').toLowerCase().slice(0, 20000),
  }
}

/** What may stand before the colon of a statement, and the statement. */
const statement =
  /^([^\s:：、。,.!?！？「」（）()[\]{}<>=→※★][^:：、。!?！？「」[\]{}<>=→※★\n]{0,29}?)\s*([:：])(\s*)(\S)/u
const icon = /^\[([^\s[\]]{1,40})\.icon(?:\*\d+)?\]/u

function readList(list: List, known: Known, context: ParseContext): void {
  const labels = itemsOf(list).map((item) => (item.type === 'point' ? labelOf(leadText(item)) : undefined))
  const found = labels.map((label) => (label === undefined ? undefined : attributionOf(label, known)))
  const isRow = found.some((entry) => entry?.kind === 'organization')
  for (const [index, item] of itemsOf(list).entries()) {
    const label = labels[index]
    if (label === undefined) continue
    let attribution = found[index]
    let rule = 'known-name'
    const isBeside = found[index - 1] !== undefined || found[index + 1] !== undefined
    if (!attribution && isRow && (companyLabel(label) || (isBeside && !/\s/.test(label)))) {
      attribution = found[index] = { kind: 'organization', name: label }
      rule = 'row-of-statements'
      const place = leadOf(item)
      context.report(syntaxRule.attribution, {
        reason: `\`${label}:\` is read as who says it, because the bullets beside it begin with companies.`,
        ...(place && { place }),
      })
    }
    if (!attribution) continue
    item.data = { ...item.data, attribution }
    infer(item, 'data.attribution', rule)
  }
}

/** A paragraph of a log: `matz: OK`. Only who is known to take turns counts, since prose has colons, too. */
function readTurn(paragraph: Paragraph, known: Known): void {
  const label = labelOf(textOf(paragraph).slice(0, 200))
  const attribution = label === undefined ? undefined : attributionOf(label, known)
  if (
    !label ||
    attribution?.kind !== 'person' ||
    !(known.turns.has(label) || known.people.has(foldName(label)))
  )
    return
  paragraph.data = { ...paragraph.data, attribution }
  infer(paragraph, 'data.attribution', 'known-name')
}

/** `@alpha: …` and `山田さん：…` below a question: who answers. */
function readAnswers(question: Question, known: Known): void {
  for (const answer of question.children) {
    if (answer.type !== 'answer' || answer.answerer !== undefined) continue
    const [lead] = answer.children
    const label = lead?.type === 'paragraph' ? labelOf(textOf(lead)) : undefined
    const attribution = label === undefined ? undefined : attributionOf(label, known)
    if (!attribution) continue
    answer.answerer = attribution.name
    infer(answer, 'answerer', 'known-name')
  }
}

/** The label in front of a statement, if it has the form of a name. */
function labelOf(text: string): string | undefined {
  const speaker = icon.exec(text)?.[1]
  if (speaker) return `@${speaker}`
  const found = statement.exec(text)
  const [, label, , space, first] = found ?? []
  if (label === undefined || first === undefined) return undefined
  // A ratio, a clock, a URL; `RE:Invent`, `std::vector`: Latin letters on both sides and no space.
  if (/^\d+$/.test(label) || /^(?:https?|ftp|mailto|file|urn)$/i.test(label) || first === '/')
    return undefined
  if (
    space === '' &&
    /[A-Za-z0-9]$/.test(label) &&
    /[A-Za-z0-9:]/.test(first) &&
    !/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(text)
  )
    return undefined
  return label.trim()
}

function attributionOf(label: string, known: Known): Attribution | undefined {
  if (!known.labels.has(label)) known.labels.set(label, findAttribution(label, known))
  return known.labels.get(label)
}

function findAttribution(label: string, known: Known): Attribution | undefined {
  const { name: written, honorific } = splitHonorific(label)
  const name = written.replace(/^[@＠]/u, '')
  const folded = foldName(name)
  const speaker = known.people.get(folded)
  if (speaker) return { kind: speaker.kind, name }
  if (/^[@＠][\w-]+$/.test(label)) return { kind: 'person', name }
  if (honorific) return { kind: 'person', name }
  if (folded.length > 1 && isMentioned(name.toLowerCase(), known.about)) return { kind: 'organization', name }
  if (companyLabel(name) === 'sure') return { kind: 'organization', name }
  if (known.turns.has(label)) return { kind: 'person', name }
  return looksJapaneseName(name) && name.length > 2 ? { kind: 'person', name } : undefined
}

/** Whether a company is named in what the speakers say about themselves: at the beginning, or behind a space. */
function isMentioned(name: string, about: string): boolean {
  for (let at = about.indexOf(name); at >= 0; at = about.indexOf(name, at + 1)) {
    const before = about[at - 1] ?? '\n'
    const behind = about[at + name.length] ?? '\n'
    if (/[\n\s(（、,/@]/.test(before) && /[\n\s)）、,/のにでとへを社]/.test(behind)) return true
  }
  return false
}
