import type { Nodes, Paragraph } from 'mdast'
import type { Person } from '../nodes.ts'
import { addSpeakers } from './add-speakers.ts'
import { isClearlyGivenName } from './given-names.ts'
import { splitHonorific } from './honorific.ts'
import type { SyntaxPass } from './index.ts'
import { looksLatinName, parsePeople } from './people-list.ts'
import { isProfileUrl, linksIn, textOf, urlOf, withoutAttributes } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { toldSpeakers } from './told-speakers.ts'
import { type Container, eachContainer, itemsOf, leadOf, ownerOf, type Scope } from './walk.ts'
import { blockRoleOf, hasRoleWord } from './words.ts'

/**
 * Speakers whom a line names by nothing but their names: under a title, as a title of its own below that of the talk,
 * or in the first bullet.
 *
 * ```md
 * # Meetup
 *
 * ## Search, again
 *
 * Jane Roe - @alpha
 * John Doe
 *
 * - An index is a promise
 * ```
 *
 * ```json
 * {"type": "session", "speakers": [{"name": "Jane Roe", "handle": "@alpha"}, {"name": "John Doe"}]}
 * ```
 *
 * ```md
 * ## Search, again
 *
 * ### Jane Roe and John Doe
 *
 * An index is a promise.
 * ```
 *
 * ```json
 * {"speakers": [{"name": "Jane Roe"}, {"name": "John Doe"}]}
 * ```
 *
 * A line that only may be a name is none:
 *
 * ```md
 * # Search, again
 *
 * Machine Rooms
 *
 * - An index is a promise
 * ```
 *
 * ```json
 * {"type": "event", "title": "Search, again", "urls": []}
 * ```
 */
export const nameLines: SyntaxPass = (tree, context) => {
  eachContainer(tree, (node, scope) => {
    const add = ({ people, isSure }: Names, at: Nodes | undefined): void => {
      if (isSure) addSpeakers(ownerOf(scope), people, 'name-line', at?.position)
    }
    const [heading] = node.children as Nodes[]
    const named = isOpening(node, scope) ? namesIn(node.title, []) : undefined
    if (named) add(named, heading)
    const below = blockRoleOf(node.title) === undefined ? belowTitle(node) : undefined
    if (below) add(...below)
  })
  toldSpeakers(tree, context)
}

interface Names {
  people: Person[]
  /** A handle stands beside a name, or a name begins with a known given name. */
  isSure: boolean
}

/** Whether a title may name the speaker of what it stands in: that of a file's talk, or the first one below it. */
function isOpening(node: Container, { event, session }: Scope): boolean {
  if (node.type === 'event') return true
  const parent = node.type === 'session' ? event : (session ?? event)
  const [heading, first] = parent.children as Nodes[]
  return first === (node as unknown as Nodes) || heading === (node as unknown as Nodes)
}

/** A line of nothing but a name with an honorific. */
const isGreeted = /^[^\s、。はがをにでと]{2,8}(?:さん|氏)$/u

/** The names right below a title: in lines of the first paragraph, or in the first bullet. */
function belowTitle(node: Container): [Names, Nodes] | undefined {
  const [heading, ...blocks] = node.children as Nodes[]
  // What stands before a file's first heading belongs to its event, too.
  const start = heading?.type === 'heading' ? (heading.position?.start.line ?? 0) : 0
  const first = blocks.find(
    (block) => block.type !== 'heading' && !isAside(block) && (block.position?.start.line ?? start) >= start,
  )
  if (first?.type === 'paragraph') {
    const names = namesOfLines(first)
    return names && [names, first]
  }
  const lead = first?.type === 'list' ? leadOf(itemsOf(first)[0]!) : undefined
  // A bullet is a point first: a name in it must be sure, and stand alone.
  const names =
    lead && !textOf(lead).includes('\n') && !isGreeted.test(textOf(lead).trim())
      ? namesIn(textOf(lead), linksIn(lead))
      : undefined
  return names?.isSure && names.people.length === 1 && lead ? [names, lead] : undefined
}

/** Front matter, comments, pictures, lines of addresses, DocC's `@Metadata { … }`. */
function isAside(block: Nodes): boolean {
  if (['yaml', 'toml', 'html', 'definition', 'verbatim'].includes(block.type)) return true
  if (block.type !== 'paragraph') return false
  const text = textOf(block)
  if (/^@\w+\s*\{/.test(text)) return true
  return block.children.every(({ type }) => type === 'image') || text.split('\n').every((line) => urlOf(line))
}

/** The names in the first lines of a paragraph; a line that only may be one counts where nothing else follows. */
function namesOfLines(paragraph: Paragraph): Names | undefined {
  const text = textOf(paragraph)
  if (text.length > 2000) return undefined
  const links = linksIn(paragraph)
  const isBold = paragraph.children.length === 1 && /^(?:strong|emphasis)$/.test(paragraph.children[0]!.type)
  const people: Person[] = []
  let isSure = false
  const lines = text.split('\n')
  let read = 0
  let skipped = 0
  for (const line of lines) {
    const names = namesIn(line, links, isBold)
    // A title may stand above, in the same paragraph.
    if (!names && read === 0 && skipped++ === 0 && lines.length > 1 && /[@＠]/.test(lines[1]!)) continue
    if (!names) break
    people.push(...names.people)
    isSure ||= names.isSure
    read++
  }
  return people.length > 0 && (isSure || read === lines.length) ? { people, isSure } : undefined
}

/**
 * `Jane Roe`, `Jane Roe, John Doe and Ann Poe`, `Jane Roe - @alpha`, `Jane Roe and John Doe, Example`. In bold letters,
 * `Zorin Vex, Example` is sure, too.
 */
function namesIn(text: string, links: ReturnType<typeof linksIn>, isBold = false): Names | undefined {
  const line = withoutAttributes(text)
    .trim()
    .replace(/^[*_]+|[*_]+$/g, '')
  if (line.length > 150 || /[:：。!?！？]/u.test(line.replace(/^(?:twitter|x)\s*[:：]/iu, '')))
    return undefined
  const handles = handlesIn(line.replace(/[:：]/u, ' '), links)
  if (handles) return { people: handles, isSure: true }
  const [page] = links
  const isPage = page?.text === line && isProfileUrl(page.url) && looksLatinName(line)
  if (isPage || isGreeted.test(line)) {
    const people = splitHonorific(line).honorific || isPage ? parsePeople(line, links) : []
    return people.length === 1 ? { people, isSure: true } : undefined
  }
  const withHandle = /^(\S.{0,48}?)\s*[\s(（–—-]\s*[@＠][\p{L}\p{M}\p{N}_]{2,}[)）]?(?:\s+\S+\.\S+)?$/u.exec(
    line,
  )?.[1]
  if (withHandle !== undefined && looksLikeName(withHandle)) {
    const people = parsePeople(line.replace(/\s+[^\s@＠]+\.[^\s@＠]+$/u, ''), links)
    return people.length === 1 ? { people, isSure: true } : undefined
  }
  const bare = line.replace(/\s*[(（][^()（）]*[)）]/gu, '')
  const parts = bare.split(/\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+/)
  const count = parts.findIndex((part) => !looksLatinName(part))
  // Three full names in a row are no chance, nor is one in bold letters with a company behind it.
  const isPlaced = isBold && bare !== line && /[)）]$/u.test(line)
  const isRow =
    count < 0 && (isPlaced || parts.length > 2 || /\s(?:and|&)\s/.test(bare) || parts.slice(1).every(isNamed))
  if (isRow) {
    const people = parsePeople(line, links)
    if (people.length !== parts.length) return undefined
    return { people, isSure: isPlaced || parts.length > 2 || parts.some(isNamed) }
  }
  // Behind the last comma stands where they are from.
  const from = bare.lastIndexOf(',')
  const heads = from < 0 ? [] : bare.slice(0, from).split(/\s*,\s+|\s+(?:and|&)\s+/)
  if (heads.length === 0 || !heads.every((head) => looksLatinName(head) && (isBold || isNamed(head))))
    return undefined
  const place = line.slice(line.lastIndexOf(',') + 1).trim()
  if (!/^\p{Lu}/u.test(place) || /[.;]$/.test(place) || place.split(/\s+/).length > 6) return undefined
  const people = heads.flatMap((head) => parsePeople(head, links))
  if (!hasRoleWord(place)) for (const person of people) person.affiliations.push(place)
  else for (const person of people) person.bio.push(place)
  return people.length === heads.length ? { people, isSure: true } : undefined
}

const annotation =
  /^[@＠](?:\p{Lu}\p{Ll}.*|override|property|dataclass|media|import|include|param|returns?|throws|deprecated|staticmethod|classmethod|cached?|test|end|if|else|for|main|state|binding|published|objc|escaping|available|charset|layer|apply|tailwind|keyframes|supports|container|here|all|channel|everyone)$/u

/** A line of nothing but `@alpha` or `[@alpha](their page)`; `@Override` is code. */
function handlesIn(line: string, links: ReturnType<typeof linksIn>): Person[] | undefined {
  const bare = line
    .replace(/\s*(?:さん|氏)(?:より|の発表|から)?$/u, '')
    .replace(/^(?:twitter|x|speaker)\s+/iu, '')
  if (!/^[@＠]\w{2,30}(?:[\s,、/&]+[@＠]\w{2,30}){0,4}$/u.test(bare)) return undefined
  const isLinked = links.some(({ text, url }) => /^[@＠]/u.test(text) && isProfileUrl(url))
  return isLinked || !annotation.test(bare) ? parsePeople(bare, links) : undefined
}

/** Whether a known given name begins a text. */
function isNamed(text: string): boolean {
  return isClearlyGivenName(text.split(/\s/)[0]!)
}

/** Whether what stands before a handle can be a name: few words with capitals, or few signs without a particle. */
function looksLikeName(text: string): boolean {
  const words = text
    .replace(/["“”]/g, '')
    .replace(/\s+[–—-]$/u, '')
    .split(/\s+/)
  if (/[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]/u.test(text)) return looksJapaneseName(splitHonorific(text).name)
  return words.length <= 4 && words.every((word) => /^(?:\p{Lu}|de$|da$|van$|von$)/u.test(word))
}
