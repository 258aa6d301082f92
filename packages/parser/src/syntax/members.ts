import type { List } from 'mdast'
import type { Person } from '../nodes.ts'
import { isGivenName } from './given-names.ts'
import { parsePeople, isSurelyName, looksLatinName } from './people-list.ts'
import { copula, parsePerson } from './person.ts'
import { linksIn, textOf, urlOf } from './phrasing-text.ts'
import { type Item, itemsOf, leadOf, listsIn } from './walk.ts'
import { hasRoleWord, speakerKeyOf } from './words.ts'

/** The text of an item's first paragraph. */
export function leadText(item: Item): string {
  const lead = leadOf(item)
  return lead ? textOf(lead).trim() : ''
}

/** The people of a list in which every item is one: `- @alpha: what they do` with more about them below. */
export function membersOf(list: List): Person[] {
  return itemsOf(list).flatMap((item) => {
    const people = memberOf(item)
    const [first] = people
    if (first && people.length === 1) for (const below of listsIn(item)) addBio(first, below)
    return people
  })
}

/**
 * The people of the list below `Who?`: a name first, then what they do, or more names.
 */
export function introducedIn(list: List): Person[] {
  const people: Person[] = []
  for (const item of itemsOf(list)) {
    const text = leadText(item)
    const last = people.at(-1)
    if (last && !startsWithName(text)) addFact(last, text)
    else people.push(...membersOf({ ...list, children: [item] }))
  }
  return people
}

/** Whether a text begins with what is surely a name and can say more behind it. */
export function startsWithName(text: string): boolean {
  const head =
    /^(.{1,50}?)(?:\s*[-–—―|/／(（,，、:：\t]|\s+[@＠]|$)/.exec(text)?.[1]?.trim().replace(copula, '') ?? ''
  if (/^[@＠]/.test(text)) return false
  if (isSurelyName(head)) return true
  return (
    isGivenName(head.split(/\s/)[0] ?? '') &&
    /^\p{Lu}\p{L}+\s\p{L}{3,}$/u.test(head) &&
    hasRoleWord(text.slice(head.length))
  )
}

/** `[Site](…)` below a name leads to a page of theirs. */
const pageWord =
  /^(?:(?:web)?site|blog|home ?page|github|twitter|x|linkedin|slides?|サイト|ブログ|スライド|資料)$/i

/** The people that one item of a member block names. */
function memberOf(item: Item): Person[] {
  const lead = leadOf(item)
  if (!lead) return []
  const text = textOf(lead).trim()
  const links = linksIn(lead)
  if (links.length === 1 && links[0]?.text === text && pageWord.test(text)) return []
  const keyed = /^([^:：]{1,40})[:：]\s*(\S.*)$/s.exec(text)
  if (keyed?.[1] && keyed[2] && !/^[@＠]|https?$/.test(keyed[1])) {
    if (speakerKeyOf(keyed[1])) return parsePeople(keyed[2], links)
    // `Bing: Jane Roe` under a panel: the company, then who speaks for it.
    if (looksLatinName(keyed[2]) && !looksLatinName(keyed[1])) {
      const people = parsePeople(keyed[2], links)
      for (const person of people) person.affiliations.unshift(keyed[1].trim())
      return people
    }
    const person = parsePerson(text)
    return person ? [person] : []
  }
  return parsePeople(text, links)
}

/** Takes the items of a list for what a speaker is and does. */
export function addBio(person: Person, list: List): void {
  for (const item of itemsOf(list)) {
    addFact(person, leadText(item))
    for (const below of listsIn(item)) addBio(person, below)
  }
}

function addFact(person: Person, text: string): void {
  const url = urlOf(text)
  const handle = /^(?:[\w/ ]*[\s:/])?([@＠][A-Za-z0-9_][\w-]*)$/.exec(text)?.[1]
  if (url) person.urls.push({ url })
  else if (handle && !person.handle) person.handle = handle.replace('＠', '@')
  else if (text) person.bio.push(text)
}

/** Whether no item of a list can be a name, so that it tells about someone named elsewhere. */
export function isNameless(list: List): boolean {
  return itemsOf(list).every((item) => {
    const text = leadText(item)
    return (
      !startsWithName(text) &&
      !/^[@＠]/.test(text) &&
      (hasRoleWord(text) ||
        /[\p{sc=Hira}]{2,}/u.test(text) ||
        text.length > 30 ||
        /\p{sc=Han}{5,}/u.test(text))
    )
  })
}
