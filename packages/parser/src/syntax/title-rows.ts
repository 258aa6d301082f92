import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import { addSpeakers } from './add-speakers.ts'
import { splitHonorific } from './honorific.ts'
import type { SyntaxPass } from './index.ts'
import { looksLatinName, parsePeople } from './people-list.ts'
import { linksIn } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { dash, isFullName } from './title-names.ts'
import { titleText } from './title-text.ts'
import { type Container, eachContainer, ownerOf, type Scope } from './walk.ts'
import { isPartTitle } from './words.ts'

/**
 * Speakers that the titles of one depth name all in the same place: where `Title - Jane Roe` stands once for sure, the
 * other titles of its form name speakers, too, whatever their names.
 *
 * ```md
 * # Meetup
 *
 * ## Search, again - Jane Roe
 *
 * ## Indexes in the small - Zorin Vex
 *
 * ## Queues without tears - alphabeta
 * ```
 *
 * ```json
 * {"speakers": [{"name": "Zorin Vex"}]}
 * ```
 *
 * ```json
 * {"speakers": [{"name": "alphabeta"}]}
 * ```
 *
 * Titles that only share a dash name nobody:
 *
 * ```md
 * # Meetup
 *
 * ## Queues - Deep Dive
 *
 * ## Indexes - Common Mistakes
 *
 * ## Caches - Lessons Learned
 * ```
 *
 * ```json
 * {"type": "session", "title": "Indexes - Common Mistakes", "speakers": []}
 * ```
 */
export const titleRows: SyntaxPass = (tree) => {
  const rows = new Map<string, Title[]>()
  eachContainer(tree, (node, scope) => {
    const heading = node.children[0] as Nodes | undefined
    if (heading?.type !== 'heading' || node.title.length > 300 || isPartTitle(node.title)) return
    const title = { node, scope, parts: partsOf(titleText(heading, node.type === 'section')) }
    const row = rows.get(`${node.type} ${heading.depth}`)
    if (row) row.push(title)
    else rows.set(`${node.type} ${heading.depth}`, [title])
  })
  for (const row of rows.values()) if (row.length > 2) readRow(row)
}

interface Title {
  node: Container
  scope: Scope
  parts: string[]
}

/** The parts of a title between dashes, without what stands in brackets behind them. */
function partsOf(title: string): string[] {
  const bare = title.replace(/(?:(?!\d)\p{Extended_Pictographic}|\ufe0f|\u200d|\ufffc)+/gu, '').trim()
  const parts = bare
    .split(dash)
    .map((part) => part.replace(/\s*[(（[][^()（）[\]]{0,60}[)）\]]\s*$/u, '').trim())
  // `Title (Zorin Vex)`, unless a name stands before the brackets.
  const inside = /\(([^()]{3,60})\)$/u.exec(bare)?.[1]
  if (inside && looksLatinName(inside) && !looksLatinName(parts.at(-1)!)) parts.push(inside)
  return parts
}

/** What a part of a title is worth as a name. */
type Worth = 'sure' | 'likely' | 'word' | undefined

function readRow(row: readonly Title[]): void {
  const last = judge(row, (parts) => (parts.length > 1 ? parts.at(-1) : undefined))
  const first = judge(row, (parts) => parts[0])
  const isLast = last.sure > 0 && last.named >= 0.75 * last.parted && last.named > 1
  const isFirst = first.sure > 1 && first.named >= 0.75 * row.length
  if (!isLast && !isFirst) {
    // One name among single words, at the end of every title: `Title - Jane Roe`, `Title - alpha`.
    if (last.sure > 0 && last.parted === row.length && last.named + last.words === row.length)
      take(last, true)
    return
  }
  const best = isLast && (!isFirst || last.sure >= first.sure) ? last : first
  take(best, best === last && last.named + last.words === row.length)
}

interface Judged {
  names: { title: Title; name: string; worth: Worth }[]
  /** How many titles have the part at all, and how many of these are a name for sure, a name, a single word. */
  parted: number
  sure: number
  named: number
  words: number
}

function judge(row: readonly Title[], choose: (parts: readonly string[]) => string | undefined): Judged {
  const names = row.flatMap((title) => {
    const name = choose(title.parts)
    return name ? [{ title, name, worth: worthOf(name) }] : []
  })
  const count = (...worths: Worth[]): number => names.filter(({ worth }) => worths.includes(worth)).length
  const words = count('word')
  return { names, parted: names.length, sure: count('sure'), named: count('sure', 'likely'), words }
}

function worthOf(text: string): Worth {
  const names = text.split(/\s*,\s+|\s*[&＆]\s*|\s+and\s+|、/u)
  if (names.every(isSure)) return 'sure'
  if (names.every(isLikely)) return 'likely'
  return /^\p{Ll}[\p{Ll}\d_]{2,20}$/u.test(text) ? 'word' : undefined
}

function isSure(name: string): boolean {
  if (/^[@＠]\w{2,}$/u.test(name)) return true
  return isFullName(name) || (splitHonorific(name).honorific !== undefined && name.length <= 12)
}

/** A name by its form alone: no abbreviation among its words. */
function isLikely(name: string): boolean {
  return (
    isSure(name) ||
    looksJapaneseName(name) ||
    (looksLatinName(name) && !/(?:^|\s)\p{Lu}{2,}(?:\s|$)/u.test(name))
  )
}

/** Names go to titles that have no speaker yet. */
function take({ names }: Judged, withWords: boolean): void {
  for (const { title, name, worth } of names) {
    const owner = ownerOf(title.scope)
    const isOwn = title.node === owner || title.node.type === 'section'
    if (worth === undefined || (worth === 'word' && !withWords) || !isOwn) continue
    if (title.node === owner && owner.speakers?.length) continue
    const heading = title.node.children[0] as Nodes & { position?: Position }
    addSpeakers(owner, parsePeople(name, linksIn(heading)), 'title-row', heading.position)
  }
}
