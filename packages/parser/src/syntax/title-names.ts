import type { Person } from '../nodes.ts'
import { findDates, parseDate } from './date.ts'
import { isGivenName, isTitleWord } from './given-names.ts'
import { splitHonorific } from './honorific.ts'
import { isSurelyName, looksLatinName, parsePeople } from './people-list.ts'
import { isProfileUrl, type LinkSpan } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { hasRoleWord, organizationEvidence, speakerKeyOf } from './words.ts'

/** One form of naming speakers in a title: gives the part that names them, if the title has that form. */
type Form = (title: string) => string | undefined

/** The people whom a title names, and the rule that found them. */
export function titleNames(
  title: string,
  links: readonly LinkSpan[] = [],
): { people: Person[]; rule: string } | undefined {
  if (title.length > 300) return undefined
  const bare = withoutClock(title)
  const withOf = withName(bare, links)
  if (withOf) return withOf
  for (const [rule, form] of forms) {
    const names = form(bare)
    const people = names === undefined ? [] : parsePeople(names, links)
    if (people.length) return { people, rule }
  }
  return undefined
}

/** `Title with [Jane Roe](her page) and others`: whom a title links to by a page of theirs. */
function withName(title: string, links: readonly LinkSpan[]): ReturnType<typeof titleNames> {
  const named = links.filter(
    ({ text, url }) => isProfileUrl(url) && looksLatinName(text) && /\bwith\s/i.test(title),
  )
  const people = named.flatMap((link) => parsePeople(link.text, [link]))
  return people.length > 0 ? { people, rule: 'title-with' } : undefined
}

/** A title without the times and dates at its head and its end. */
function withoutClock(title: string): string {
  const parts = title.split(dash)
  const kept = parts.filter((part) => !parseDate(part))
  // What is left of `Jane Roe - 5 June 2024` is a name only if nothing else stands there.
  if (kept.length < parts.length)
    return kept.length === 1 && isSurelyName(kept[0] ?? '') ? `by ${kept[0]}` : kept.join(' - ')
  const [first] = findDates(title, 1)
  return first?.start === 0 && first.date.start.time ? title.slice(first.end).trim() : title
}

const dash = /\s+[-–—―|]\s+/u

/** Words before `by` that make it part of the phrase: `Powered by`, `Step by Step`. */
const idiom =
  /(?:^|[^\p{L}])(?:powered|driven|step|stand|side|one|day|line|little|year|week|month|bit|word|inspired|caused|built|made|used|written|backed|hosted|generated|designed|enabled|supported|sponsored|replaced|followed|secured|secure|multiply|divide|sorted|grouped|group|order|passer|rule|bypass|call|pass|learn|learning|teach|surrounded|owned|led|run|held)$/iu
const notBy =
  /^(?:the|a|an|using|default|design|example|itself|means|hand|step|side|day|doing|being|making|building|writing|one|two|line|law|far|now)(?:\s|$)/i

/** `Title by Jane Roe`, `Moderated by Jane Roe`. */
const byName: Form = (title) => {
  const opening = /^(?:(?:moderated|presented|hosted|given)\s+)?by\s+(\S.{0,160})$/isu.exec(title)?.[1]
  if (opening) return opening
  const found = /^(.*\S)\s*[\s(（]by[:\s]\s*(\S[^·|\ufffc]{0,160})$/isu.exec(title)
  const [, before = '', names = ''] = found ?? []
  if (!found || idiom.test(before) || notBy.test(names) || /^\p{Ll}{2,}ing\s/u.test(names)) return undefined
  const closed = names.replace(/^([^()（）]*)[)）]$/u, '$1')
  // Several small words are a phrase; names in small letters stand alone or are joined.
  return /^\p{Ll}+(?:\s+\p{Ll}+)+$/u.test(closed) && !/\s(?:and|x)\s/.test(closed) ? undefined : closed
}

/** `ゲスト：山田さん`, `Keynote: Jane Roe`, `Jane Roe: Title`. */
const keyedName: Form = (title) => {
  const [, key, value] = /^([^:：]{1,50})\s*[:：]\s*(.{1,200})$/su.exec(title) ?? []
  if (key === undefined || value === undefined) return undefined
  const strength = speakerKeyOf(key)
  if (strength === 'sure' || (strength === 'weak' && isSurelyName(value))) return value
  return isFullName(key) ? key : undefined
}

/** `Name, role, company`. */
const listedName: Form = (title) => {
  const [, name, rest] = /^([^,，、]{3,50}?)\s*[,，、]\s*(\S.*)$/su.exec(title) ?? []
  return name && rest && looksLatinName(name) && hasRoleWord(rest) ? title : undefined
}

/** `Name - @handle`, `Name - role - company`, `Title - Name, Company @handle`, `Title — Jane Roe`. */
const dashedName: Form = (title) => {
  const [first, ...rest] = title.split(dash)
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return undefined
  const handle = rest.find((part) => /^[@＠][\w-]+$/.test(part.trim()))
  if (handle) return `${first} ${handle}`
  if (isSurelyName(first) && rest.some((part) => hasRoleWord(part) || organizationEvidence(part)))
    return title
  const name = /^([^,，、(（@＠]{2,50}?)\s*(?:[,，、(（]|[@＠]|$)/u.exec(last)?.[1] ?? ''
  if (isSurelyName(name) && (name.length < last.trim().length || isFullName(name))) return last
  // `Title - Jane Roe - Example`
  const middle = rest.slice(0, -1).find(isFullName)
  return middle && `${middle} - ${last}`
}

/** `Title (Jane Roe, Example)`, `題 / 佐藤花子（例示社）`, `題 鈴木さん（例示大学）`. */
const endingName: Form = (title) => {
  const inside = /[(（]([^()（）]{3,80})[)）]$/u.exec(title)?.[1]
  if (inside && isFullName(/^[^,，、/@]+/u.exec(inside)?.[0] ?? '')) return inside
  // `title (jane roe (@alpha))`, as people write who write all in small letters
  const small = /[(（](\p{Ll}+\s\p{Ll}+)\s*(?:\(.{1,80}\))?[)）]$/u.exec(title)?.[1]
  if (small && isGivenName(small.split(/\s/)[0]!) && !isTitleWord(small.split(/\s/)[1]!)) return small
  const [, spaced, name = '', company = ''] =
    /(\s[/／|]\s*|[ \u3000])([^/／|\s][^/／|]{0,28}?)\s*([(（][^()（）]{0,60}[)）])?$/u.exec(title) ?? []
  if (spaced === undefined) return undefined
  const parts = name.replace(/[ \u3000]+(?=(?:さん|氏|先生|教授|博士)$)/u, '').split(/[ \u3000]+/u)
  for (const count of [2, 1]) {
    const tail = parts.slice(-count).join(' ')
    const { name: bare, honorific } = splitHonorific(tail)
    const isName = looksJapaneseName(bare) || looksLatinName(bare) || (count === 1 && looksPersonal(bare))
    if (honorific !== undefined && honorific !== '様' && bare.length <= 20 && isName)
      return `${tail}${company}`
    const isParted = /[/／|]/.test(spaced) && parts.length === count
    if (isParted && looksJapaneseName(tail) && !hasRoleWord(tail)) return `${tail}${company}`
  }
  return undefined
}

/** Whether what stands before an honorific can be a name: no particle of a sentence in it. */
function looksPersonal(text: string): boolean {
  return (
    text.length <= 12 && !/[はがをにへで。、「」]/u.test(text) && /^[\p{L}\p{N} \u3000_ー-]+$/u.test(text)
  )
}

/** `Title (EN) Jane Roe @alpha`: a name between a closing mark and the handle. */
const namedHandle: Form = (title) => {
  const name = /[)）\]】」』]\s+([^()（）]{3,40}?\s+[@＠][A-Za-z0-9_][\w-]*)$/u.exec(title)?.[1]
  return name && looksLatinName(name.replace(/\s+[@＠].*$/u, '')) ? name : undefined
}

/** `Title @alpha`, `[Title](…) [@alpha](…)`. */
const endingHandle: Form = (title) =>
  /(?:^|[\s(（])((?:[@＠][A-Za-z0-9_][\w-]*[\s,、/&]*){1,8})[)）]?\s*$/u.exec(title)?.[1]?.trim()

/** Whether a text is surely a full name in Latin letters: a known given name begins it. */
function isFullName(text: string): boolean {
  const name = text.trim()
  return looksLatinName(name) && isGivenName(name.split(/\s/)[0] ?? '')
}

const forms: readonly (readonly [string, Form])[] = [
  ['title-by', byName],
  ['title-key', keyedName],
  ['title-name', listedName],
  ['title-name', dashedName],
  ['title-name', endingName],
  ['title-name', namedHandle],
  ['title-handle', endingHandle],
]
