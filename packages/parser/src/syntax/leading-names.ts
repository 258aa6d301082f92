import type { List, Nodes } from 'mdast'
import { addSpeakers } from './add-speakers.ts'
import { isClearlyGivenName, isGivenName, isTitleWord } from './given-names.ts'
import type { SyntaxPass } from './index.ts'
import { addBio, leadText } from './members.ts'
import { isSurelyName, looksLatinName, parsePeople } from './people-list.ts'
import { isProfileUrl, linksIn, textOf } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { titleNames } from './title-names.ts'
import { eachContainer, type Item, itemsOf, leadOf, listsIn, ownerOf, type Scope } from './walk.ts'
import { hasRoleWord, isLightningTitle, organizationEvidence } from './words.ts'

/**
 * Speakers that a bullet names without a label: a full name and behind it what they do or where they work, in the
 * lists that stand directly in a note.
 *
 * ```md
 * # Search, again
 *
 * - Jane Roe - Staff Engineer, Example Inc
 * - John Doe (Example Labs)
 * - An index is a promise
 * ```
 *
 * ```json
 * {"speakers": [{"name": "Jane Roe", "bio": ["Staff Engineer"], "affiliations": ["Example Inc"]},
 *  {"name": "John Doe", "affiliations": ["Example Labs"]}]}
 * ```
 */
export const leadingNames: SyntaxPass = (tree) => {
  eachContainer(tree, (container, scope) => {
    let isHead = container.type !== 'section' || headTitle.test(container.title)
    const isLightning = isLightningTitle(container.title)
    let isFirst = isHead
    for (const block of container.children as Nodes[]) {
      if (block.type !== 'list') continue
      if (isLightning || isProgramme(block)) readTalks(block, scope)
      readBoldTalks(block, scope)
      if (isFirst) readNameAmongFacts(block, scope)
      isFirst &&= itemsOf(block).every((item) => isFact(leadText(item)))
      const add = (item: Item, text: string): void => addNamed(item, text, scope)
      readList(block, isHead, add)
      for (const item of itemsOf(block)) for (const below of listsIn(item)) readBelow(below, add)
      isHead = false
    }
  })
}

/** Sections that say what a session is about, before its notes. */
const headTitle =
  /^(?:details?|概要|詳細|info|keynotes?|about|overview|abstract|description|résumé|session info|セッション情報)[\s:：]*$/iu

/** Bullets of a session of short talks: `題 (@alpha)`, `題 / 山田さん`, `題 by 山田`. */
function readTalks(list: List, scope: Scope): void {
  for (const item of itemsOf(list)) {
    const lead = leadOf(item)
    const text = leadText(item)
    if (!lead || text.length > 150 || text.includes('\n')) continue
    const found = titleNames(text, linksIn(lead))
    if (found) addSpeakers(ownerOf(scope), found.people, 'lightning-talk', item.position)
  }
}

/** Whether every bullet of a list, of two at least, ends in `by @alpha`. */
function isProgramme(list: List): boolean {
  const items = itemsOf(list)
  return items.length > 1 && items.every((item) => /\sby\s+[@＠]\w{2,30}$/iu.test(leadText(item)))
}

/** `**Title** ([Jane Roe](…)) - what was said`: bullets that each tell of a talk, two at least. */
function readBoldTalks(list: List, scope: Scope): void {
  const items = itemsOf(list)
  const links = items.map((item) => {
    const [title, gap, link] = leadOf(item)?.children ?? []
    const isTalk = title?.type === 'strong' && gap?.type === 'text' && /^\s*\($/u.test(gap.value)
    return isTalk && link?.type === 'link' && looksLatinName(textOf(link)) ? link : undefined
  })
  if (items.length < 2 || !links.every((link) => link !== undefined)) return
  for (const link of links)
    addSpeakers(ownerOf(scope), parsePeople(textOf(link), linksIn(link)), 'bold-talk', link.position)
}

/** A bullet that is a full name, alone in the list under a title or among short facts such as `Language: English`. */
function readNameAmongFacts(list: List, scope: Scope): void {
  const items = itemsOf(list)
  if (items.length > 5) return
  const named = items.filter((item) => isBareName(leadText(item)) && item.children.length === 1)
  const others = items.filter((item) => !named.includes(item))
  if (named.length !== 1 || !others.every((item) => isFact(leadText(item)))) return
  for (const item of named) addNamed(item, leadText(item), scope)
}

/** Whether a text is nothing but a full name whose first word is a given name and little else. */
function isBareName(text: string): boolean {
  const [first = '', ...rest] = text.split(/\s+/)
  return (
    rest.length > 0 &&
    looksLatinName(text) &&
    (isClearlyGivenName(first) || (isGivenName(first) && !rest.some(isTitleWord)))
  )
}

/** `Language: English`, `(in original: …)`, `Length 46:44, watched on …`. */
function isFact(text: string): boolean {
  return text.length <= 80 && /^\p{L}[\p{L} ]{1,20}[:：]\s?\S|^\(.*\)$|\d:\d\d/u.test(text)
}

function addNamed(item: Item, text: string, scope: Scope): void {
  const lead = leadOf(item)
  const people = parsePeople(text, lead ? linksIn(lead) : [])
  const [only] = people
  if (only && people.length === 1 && !only.bio.length) {
    for (const below of listsIn(item)) if (isAbout(below)) addBio(only, below)
  }
  addSpeakers(ownerOf(scope), people, 'leading-name', item.position)
}

/** A full name with a separator behind it, and the rest. */
const named = /^([^\n]{2,50}?)(\s*[(（]|\s+[-–—―|/]\s+|\s*[,，、]\s*|\t+|\s+[@＠]\s*|$)(.*)$/su

function readList(list: List, isFirst: boolean, add: (item: Item, text: string) => void): void {
  for (const [index, item] of itemsOf(list).entries()) {
    const whole = leadText(item)
    // `Jane Roe (Example): what she said`, at the head of a note.
    const text = isFirst
      ? whole.replace(/^([^(（:：]{3,50}[(（][^()（）]{1,60}[)）])\s*[:：].*$/su, '$1')
      : whole
    if (!isPlainLine(item, text)) continue
    if (isSpeakerLine(item, text, isFirst && index < 6, index)) add(item, text)
    else {
      const behind = namedBehind(item, text)
      if (behind) add(item, behind)
    }
  }
}

/** The first lines below a bullet: `Jane Roe (founder, Example)` or a name with the role below it. */
function readBelow(list: List, add: (item: Item, text: string) => void): void {
  for (const item of itemsOf(list).slice(0, 3)) {
    const text = leadText(item)
    const [, name = '', separator = '', rest = ''] = named.exec(text) ?? []
    if (!isPlainLine(item, text) || !isGivenName(name.split(/\s/)[0] ?? '') || !looksLatinName(name)) return
    const below = listsIn(item)[0]
    if (separator === '' ? below === undefined || !isAbout(below) : !hasRoleWord(rest) || rest.length > 60)
      return
    add(item, text)
  }
}

/** Whether a line can be a name with facts rather than a sentence, a quotation or something to read. */
function isPlainLine(item: Item, text: string): boolean {
  if (!text || text.length > 200 || text.includes('\n') || isArticle(item)) return false
  return !/[。!！?？"“「]|\p{Ll}{4,}\.\s+\p{L}/u.test(text)
}

/** `Demo - Jane Roe - Staff Engineer`, and `New ways of hiring - Jane Roe` over bullets of its own. */
function namedBehind(item: Item, text: string): string | undefined {
  const parts = text.split(/\s+[-–—―]\s+/)
  if (parts.length < 2 || parts.length > 4) return undefined
  const isName = (part = ''): boolean => {
    const words = part.split(/\s+/)
    return (
      words.length > 1 &&
      words.length < 4 &&
      isGivenName(words[0] ?? '') &&
      /^\p{L}{3,}$/u.test(words.at(-1) ?? '')
    )
  }
  if (isName(parts[1]) && parts[2] !== undefined && hasRoleWord(parts[2])) return parts.slice(1).join(' - ')
  const last = parts.at(-1) ?? ''
  return isName(last) && looksLatinName(last) && listsIn(item).length ? last : undefined
}

/**
 * Whether a bullet names a speaker: at the head of a note a name and a company do, further down a role must stand
 * behind the name.
 */
function isSpeakerLine(item: Item, text: string, isHead: boolean, index: number): boolean {
  if (/^[@＠][A-Za-z0-9_][\w-]*$/.test(text)) return index === 0
  const found = named.exec(text)
  const [, name = '', separator = '', rest = ''] = found ?? []
  if (rest.length > 100) return false
  const isFull = looksLatinName(name) || (looksJapaneseName(name) && !hasRoleWord(name))
  const hasRole = hasRoleWord(rest)
  if (!isFull) return isHead && index === 0 && hasRole && /^[,，]/.test(separator.trim()) && isGivenName(name)
  const below = listsIn(item)[0]
  if (separator === '') return isHead && below !== undefined && isAbout(below)
  if (hasRole) return isHead || !/^\s*[(（]/.test(separator)
  if (!isHead) return false
  if (/[(（]/.test(separator))
    return !/[:：]/.test(rest) && !/[)）]\s*\S{3}/u.test(rest.replace(/\t.*$/s, ''))
  return (
    isGivenName(name.split(/\s/)[0] ?? '') ||
    organizationEvidence(rest.split(/\s*[,，]\s*/).at(-1) ?? '') !== undefined
  )
}

/** Whether a bullet is a link to something to read; a link whose text is a handle leads to a person. */
function isArticle(item: Item): boolean {
  const first = leadOf(item)?.children[0]
  return first?.type === 'link' && !/^[@＠]/.test(textOf(first)) && !isProfileUrl(first.url)
}

/** Whether the first bullet below a name says what someone does. */
function isAbout(list: List): boolean {
  const [first] = itemsOf(list)
  const text = first ? leadText(first) : ''
  return text.length <= 80 && hasRoleWord(text) && !isSurelyName(text)
}
