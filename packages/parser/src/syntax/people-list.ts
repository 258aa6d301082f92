import type { Person } from '../nodes.ts'
import { isGivenName, isTitleWord } from './given-names.ts'
import { splitHonorific } from './honorific.ts'
import { parsePerson } from './person.ts'
import { foldLabel, type LinkSpan } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { hasRoleWord, organizationEvidence } from './words.ts'

const latinWord = /^(?:\p{Lu}[\p{L}'’.‑-]*|de|da|di|van|von|der|del|la|le|el|bin|al)$/u

/** Whether a text has the form of a full name in Latin letters: two to four capitalised words, none of titles. */
export function looksLatinName(text: string): boolean {
  const parts = text.trim().split(/\s+/)
  if (parts.length < 2 || parts.length > 4 || text.length > 50) return false
  if (!parts.every((part) => latinWord.test(part)) || parts.every((part) => part === part.toUpperCase()))
    return false
  if (/['’]s(?:\s|$)/.test(text) || hasRoleWord(text) || organizationEvidence(text)) return false
  if (isGivenName(parts[0] ?? '')) return true
  return !parts.some((part) => isTitleWord(part) || /^\p{Lu}{2,}$/u.test(part))
}

/** Whether a text is surely someone's name: a handle, a name with an honorific, a full name. */
export function isSurelyName(text: string): boolean {
  const bare = text.trim()
  if (/^[@＠][\w-]+$/.test(bare)) return true
  const { name, honorific } = splitHonorific(bare)
  if (honorific && name.length <= 20) return true
  return looksLatinName(bare) || (looksJapaneseName(bare) && !hasRoleWord(bare))
}

/**
 * Reads several speakers of one line: `山田さん、佐藤さん`, `@alpha @beta`, `Jane Roe and John Doe`.
 * A comma parts names only where every part can be a name: `Jane Roe, Engineer` is one person.
 */
export function parsePeople(text: string, links: readonly LinkSpan[] = []): Person[] {
  const people: Person[] = []
  for (const part of splitNames(text.trim())) {
    const person = parsePerson(part)
    if (!person) continue
    for (const link of links) {
      if (isOf(link, person) && !person.urls.some(({ url }) => url === link.url)) {
        person.urls.push({ url: link.url })
      }
    }
    people.push(person)
  }
  return people
}

function isOf(link: LinkSpan, person: Person): boolean {
  const text = foldLabel(link.text)
  return text !== '' && (text.includes(foldLabel(person.name)) || foldLabel(person.handle ?? '\0') === text)
}

/** Parts a line at what stands between names. */
function splitNames(text: string): string[] {
  if (text.length > 2000) return []
  const pieces = outsideParentheses(text, /\s+(?:and|und|et|&|＆|と|x)\s+|\s*[&＆]\s*|(?<=さん|氏)と/)
  const joined = pieces.every(canBeNamed) ? pieces : [text]
  const parts = joined.flatMap((part) => splitCommas(part, joined.length > 1))
  return parts.flatMap(splitHandles)
}

/** Whether a piece between two `and` begins with something that can be a name: `Head of Sales & GM` names nobody twice. */
function canBeNamed(piece: string): boolean {
  const head = /^(.+?)(?:\s*[,，、(（:：]|\s+[-–—|@＠]|$)/su.exec(piece.trim())?.[1] ?? ''
  if (/[@＠]/.test(head) || isSurelyName(head) || isSingleName(head)) return true
  return !/^[\p{sc=Latn}\s\d.,'/-]+$/u.test(head) || /^\p{Ll}/u.test(head)
}

/** A single capitalised word is a name only in a row that ends with `and`: `Alice, Bob and Carol`. */
function splitCommas(text: string, isRow: boolean): string[] {
  const japanese = outsideParentheses(text, /\s*、\s*/)
  if (japanese.length > 1 && !japanese.slice(1).some((part) => hasRoleWord(part) && !isSurelyName(part)))
    return japanese
  const parts = outsideParentheses(text, /\s*[,，;；]\s*/)
  const isName = (part: string): boolean => isSurelyName(bareName(part)) || (isRow && isSingleName(part))
  if (parts.length > 1 && parts.every(isName)) return parts
  // `Jane Roe, John Doe, Engineers, Example`: names first, then what is true of all of them.
  const names = parts.findIndex((part) => !isSurelyName(bareName(part)))
  if (names > 1) return parts.slice(0, names).map((part) => [part, ...parts.slice(names)].join(', '))
  const dots = outsideParentheses(text, /\s*[・/／]\s*/)
  if (dots.length > 1 && dots.every((part) => isSurelyName(bareName(part)))) return dots
  return [text]
}

/** `@alpha @beta` and `山田 @alpha 佐藤 @beta` are as many people as handles. */
function splitHandles(text: string): string[] {
  const handles = text.match(/[@＠][A-Za-z0-9_][\w-]*/g) ?? []
  if (handles.length < 2) return [text]
  const parts = text.split(/(?<=[@＠][A-Za-z0-9_][\w-]*[)）]?)[\s/]+(?=\S)/)
  return parts.every((part) => /[@＠]/.test(part)) ? parts : [text]
}

function isSingleName(text: string): boolean {
  if (!/^\p{Lu}\p{Ll}[\p{L}'’-]{0,19}$/u.test(text.trim())) return false
  return isGivenName(text) || !(isTitleWord(text) || hasRoleWord(text) || organizationEvidence(text))
}

function bareName(text: string): string {
  return text.replace(/\s*[(（][^()（）]*[)）]\s*$/, '').trim()
}

/** Parts a text at a mark where it stands outside of parentheses. */
function outsideParentheses(text: string, mark: RegExp): string[] {
  const parts: string[] = []
  const depths = depthsOf(text)
  let start = 0
  for (const found of text.matchAll(new RegExp(mark, 'g'))) {
    if (depths[found.index] || !found[0]) continue
    parts.push(text.slice(start, found.index))
    start = found.index + found[0].length
  }
  parts.push(text.slice(start))
  return parts.filter((part) => part.trim())
}

/** How many parentheses are open at each unit of a text. */
function depthsOf(text: string): Uint16Array {
  const depths = new Uint16Array(text.length)
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] ?? ''
    if ('(（['.includes(unit)) depth++
    depths[index] = depth
    if (')）]'.includes(unit) && depth) depth--
  }
  return depths
}
