import type { Person } from '../nodes.ts'
import { findDates, parseDate } from './date.ts'
import { isClearlyGivenName, isGivenName, isTitleWord } from './given-names.ts'
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
  const bare = withoutClock(withoutPictures(title))
  const linked = linkedNames(bare, links)
  if (linked) return linked
  for (const [rule, form] of forms) {
    const names = form(bare)
    const people = names === undefined ? [] : parsePeople(names, links)
    if (people.length) return { people, rule }
  }
  return undefined
}

/**
 * `Title with [Jane Roe](her page) and others`, `[Jane Roe](her page), Title`, `Title by [roe](her page)`: whom a title
 * links to by a page of theirs.
 */
function linkedNames(title: string, links: readonly LinkSpan[]): ReturnType<typeof titleNames> {
  const named = links.filter(({ text, url }) => isProfileUrl(url) && looksLatinName(text))
  const isWith = /\bwith\s/i.test(title)
  const heads = isWith ? named : named.filter(({ text }) => /^\s*[,，:：–—-]/u.test(after(title, text)))
  const people = heads.flatMap((link) => parsePeople(link.text, [link]))
  return people.length > 0 ? { people, rule: isWith ? 'title-with' : 'title-link' } : undefined
}

/** What stands behind a text at the head of a title. */
function after(title: string, head: string): string {
  return title.startsWith(head) ? title.slice(head.length) : ''
}

/** A title without emoji at its ends. */
function withoutPictures(title: string): string {
  return title.replace(picturesAtEnds, '').replace(/\s*\ufffc+$/u, '')
}

const picturesAtEnds =
  /^(?:[\p{Extended_Pictographic}\ufe0f\u200d]+\s*)+(?=\D)|(?:\s*[\p{Extended_Pictographic}\ufe0f\u200d]+)+$/gu

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

/** What parts the parts of a title. */
export const dash = /\s+(?:[-–—―|]|--)\s+/u

/** Words before `by` that make it part of the phrase: `Powered by`, `Step by Step`. */
const idiom =
  /(?:^|[^\p{L}])(?:powered|driven|step|stand|side|one|day|line|little|year|week|month|bit|word|inspired|caused|built|made|used|written|backed|hosted|generated|designed|enabled|supported|sponsored|replaced|followed|secured|secure|multiply|divide|sorted|grouped|group|order|passer|rule|bypass|call|pass|learn|learning|teach|surrounded|owned|led|run|held)$/iu
const notBy =
  /^(?:the|a|an|using|default|design|example|itself|means|hand|step|side|day|doing|being|making|building|writing|one|two|line|law|far|now)(?:\s|$)/i

/** `Title by Jane Roe`, `Moderated by Jane Roe`. */
const byName: Form = (title) => {
  if (!/\bby[\s:]/i.test(title)) return undefined
  if (/(?<=^|\s)(\p{L}+)\s+by\s+\1(?!\p{L})/iu.test(title)) return undefined
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
  if (isFullName(key)) return key
  const [, numbered] = /^(?:LT|talk|session|セッション|発表)\s*[#＃]?\s?\d+\s+(\S.*)$/iu.exec(key) ?? []
  return numbered && (isFullName(numbered) || looksJapaneseName(numbered)) ? numbered : undefined
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
  if (isSurelyName(first) && rest.some(isPost)) return title
  const isQuoted = rest.some((part) => /^["“「『].*["”」』]$/u.test(part.trim()))
  if (isQuoted && isFullName(first)) return first
  const heads = first.split(/\s+(?:and|&)\s+|,\s+/)
  if (rest.length === 1 && heads.every(isPlainName) && !isPlainName(last)) return first
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
    // Four characters are a name by themselves behind words: `検索の話 山田太郎`.
    const isFour =
      count === 1 &&
      parts.length === 1 &&
      tail.length === 4 &&
      /[\p{sc=Hira}\p{sc=Kana}].*[ \u3000]\S+$/u.test(title) &&
      !organizationEvidence(tail)
    const isParted = isFour || (/[/／|]/.test(spaced) && parts.length === count)
    if (isParted && looksJapaneseName(tail) && !hasRoleWord(tail)) return `${tail}${company}`
  }
  return undefined
}

/** `例示社 山田さん、佐藤さん「題」`: names with honorifics before the title of the talk in quotation marks. */
const quotedTitle: Form = (title) => {
  const [, before = ''] = /^([^「『]*\S)\s*[「『][^「」『』]{2,}.*[」』]$/u.exec(title) ?? []
  if (!/(?:さん|氏|先生)$/u.test(before)) return undefined
  const names = before.split(/\s*[、,&＆]\s*|(?<=さん|氏)と/u).map((part) => {
    const words = part.split(/[ \u3000]+/u)
    const tail = words.slice(-2).join(' ').replace(jobBefore, '')
    return looksJapaneseName(splitHonorific(tail).name) ? tail : words.at(-1)!.replace(jobBefore, '')
  })
  const areNames = names.every((name) => {
    const { name: bare, honorific } = splitHonorific(name)
    return honorific !== undefined && looksPersonal(bare)
  })
  return areNames ? names.join('、') : undefined
}

const jobBefore =
  /^[\p{sc=Kana}ー]{4,}(?:エンジニア|エバンジェリスト|マネージャー?|ディレクター|リーダー|デザイナー)?(?=\p{sc=Han})/u

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

/** `Staff Engineer`, `Example Inc`, `SSE @ Example`. */
function isPost(part: string): boolean {
  return hasRoleWord(part) || organizationEvidence(part) !== undefined || /(?:^|\s)[@＠]\s+\p{Lu}/u.test(part)
}

/** Two or three words of letters that begin with a given name which is no other word: nothing but a name. */
function isPlainName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length < 2 || words.length > 3 || !looksLatinName(text)) return false
  return (
    words.every((word) => /^\p{Lu}\p{Ll}/u.test(word) && !isTitleWord(word)) && isClearlyGivenName(words[0]!)
  )
}

/** Whether a text is surely a full name in Latin letters: a known given name begins it. */
export function isFullName(text: string): boolean {
  const name = text.trim()
  return looksLatinName(name) && isGivenName(name.split(/\s/)[0] ?? '')
}

const forms: readonly (readonly [string, Form])[] = [
  ['title-by', byName],
  ['title-key', keyedName],
  ['title-name', listedName],
  ['title-name', dashedName],
  ['title-name', endingName],
  ['title-name', quotedTitle],
  ['title-name', namedHandle],
  ['title-handle', endingHandle],
]
