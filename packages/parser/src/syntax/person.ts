import type { Person } from '../nodes.ts'
import { splitHonorific } from './honorific.ts'
import { looksJapaneseName } from './surnames.ts'
import { hasRoleWord, organizationEvidence } from './words.ts'

/** A handle at the beginning, or behind a space or an opening mark; `＠` is taken for `@`. */
const handlePattern = /(^|[\s(（,、/・:：[])[@＠]([A-Za-z0-9_][A-Za-z0-9_-]*)(?![\w.@-])/
const kanaOnly = /^[\p{sc=Hira}\p{sc=Kana}ー・\s]+$/u
const hanAny = /\p{sc=Han}/u
const colon = /[:：]\s*/
/** What parts a name from what follows: ` - `, ` / `, a tab or two spaces, a comma. */
const separator = /\s+[-–—―|]\s+|\s*[/／|｜]\s*|\t+| {2,}|\u3000{2,}|\s*[,，、]\s*/
const urlInText = /<?(https?:\/\/[^\s<>)）」]+)>?/gi
const iconOnly = /^\[([^\s[\]]{1,40})\.icon(?:\*\d+)?\]$/

/** A person without any fact but the name. */
function createPerson(name: string, kind: Person['kind'] = 'person'): Person {
  return { kind, name, affiliations: [], bio: [], urls: [] }
}

/** What no name begins with: an arrow or a mark. */
const noName = /^(?:[→⇒➡←⇐※★☆]|[-=]+>|<[-=])/u

/**
 * Reads one speaker as notes write them: `山田さん（@alpha）`, `@alpha: what they do`,
 * `Jane Roe - Staff Engineer, Example Inc`, `Jane Roe (Example Inc)`, `Jane Roe, Engineer @ Example`.
 *
 * Returns nothing where no name stands in the text.
 */
export function parsePerson(source: string): Person | undefined {
  let text = source.replace(/\s*\n\s*/g, ' ').trim()
  if (!text || text.length > 500 || noName.test(text)) return undefined
  const urls: string[] = []
  text = text.replace(urlInText, (_, url: string) => {
    urls.push(url)
    return ' '
  })
  const person = createPerson('')
  person.urls = urls.map((url) => ({ url }))
  text = trimQuotes(text)
  // A title in quotation marks behind the name is not part of it.
  text = text.replace(/(\S)\s*[「『“].*$/su, '$1')
  const icon = iconOnly.exec(text)
  if (icon?.[1]) text = icon[1]

  const parted = splitAt(text, colon)
  if (parted && !/^\d+$/.test(parted.head)) {
    text = parted.head
    if (parted.tail) person.bio.push(parted.tail)
  }
  text = takeHandle(text, person)
  text = takeParentheses(text, person)
  const rest = splitAt(text, separator)
  if (rest?.head) {
    text = rest.head
    addFacts(rest.tail, person)
  } else if (rest) text = rest.tail
  const at = /^(.+?)\s+(?:[@＠]|at|from|of)\s+(.+)$/.exec(text)
  if (at?.[1] && at[2]) {
    text = at[1]
    person.affiliations.push(at[2])
  }
  nameOf(text, person)
  if (!/\p{L}/u.test(person.name) && person.handle) person.name = person.handle.slice(1)
  if (!person.name || person.name.length > 60 || !/\p{L}/u.test(person.name)) return undefined
  if (/[?？→⇒]/u.test(person.name) || noOne.test(person.name)) return undefined
  if (!person.handle && organizationEvidence(person.name) && !person.honorific) person.kind = 'organization'
  return person
}

function trimQuotes(text: string): string {
  return text
    .replace(/^[\s*「『"“【]+/, '')
    .replace(/[*」』"”】。]\s*$/, '')
    .trim()
}

function splitAt(text: string, mark: RegExp): { head: string; tail: string } | undefined {
  const found = mark.exec(text)
  if (!found) return undefined
  return { head: text.slice(0, found.index).trim(), tail: text.slice(found.index + found[0].length).trim() }
}

/** Takes `@alpha` out of a text, together with what names the service before it. */
function takeHandle(text: string, person: Person): string {
  const found = handlePattern.exec(text)
  if (!found?.[2]) return text
  person.handle = `@${found[2]}`
  const start = found.index + (found[1]?.length ?? 0)
  const before = text
    .slice(0, start)
    .replace(/(^|[\s,、/(（])(?:twitter|x|github|gh|medium|id|[/ ])+[\s:/]*$/i, '$1')
  const after = text.slice(start + found[2].length + 1)
  return `${before} ${after}`
    .replace(/[(（[]\s*[)）\]]/g, ' ')
    .replace(/[\s,、/-]+$/, '')
    .trim()
}

/** Reads what stands in parentheses behind a name: a reading, a company, a role. */
function takeParentheses(text: string, person: Person): string {
  return text
    .replace(/[(（]([^()（）]{0,200})(?:[)）]|$)/g, (_, inside: string) => {
      const content = inside.replace(/^[\s、,]+|[\s、,]+$/g, '')
      if (!content) return ' '
      if (kanaOnly.test(content) && hanAny.test(text.slice(0, text.indexOf(inside)))) person.reading = content
      else addFacts(content, person)
      return ' '
    })
    .trim()
}

/** Sorts `Staff Engineer, Example Inc` into what someone does and where. */
function addFacts(text: string, person: Person): void {
  for (const part of text.split(/\s*[,，、]\s*|\s+[-–—|]\s+|\s*[/／]\s+|\t+/)) {
    const fact = part.trim()
    if (!/[\p{L}\p{N}]/u.test(fact)) continue
    const at = /^(.*?)\s*(?:[@＠]|(?<=\s)at(?=\s))\s*(.+)$/.exec(fact)
    if (at?.[2]) {
      if (at[1]) person.bio.push(at[1])
      person.affiliations.push(at[2].trim())
    } else if (hasRoleWord(fact) || fact.length > 40 || looksJapaneseName(fact)) person.bio.push(fact)
    else person.affiliations.push(fact)
  }
}

const ofCompany =
  /^([\p{sc=Kana}\p{sc=Han}ー\p{sc=Latn}\d][\p{sc=Kana}\p{sc=Han}ー\p{sc=Latn}\d .]+)の(.{2,20})$/u
/** How people introduce themselves: `山田です`. */
export const copula = /(?:です|と申します|といいます|と言います)[。！!]?$/u
/** What stands where a name is missing or nobody in particular is meant. */
const nobody =
  /^(?:皆さん|みなさん|皆様|みなさま|全員|みんな|各位|未定|不明|なし|ほか|他|other|others|tbd|tba|n\/a|none|unknown|all|everyone|me|us)$/iu

/** A post or a crowd in the place of a name. */
const noOne =
  /^(?:cto|ceo|coo|cfo|cio|ciso|vp|head|director|founder|co-?founder|engineers?)(?:\s+(?:and|&|of|at)\s|$)|\s(?:people|folks|team members)$/iu

/** Sets name and honorific, and the company that stands before a name. */
function nameOf(text: string, person: Person): void {
  const bare = text
    .replace(/^[\s・,、:：-]+/u, '')
    .replace(/[\s・,、:：-]$/u, '')
    .trim()
    .replace(copula, '')
  if (nobody.test(bare)) return
  const { name, honorific } = splitHonorific(bare)
  if (honorific) person.honorific = honorific
  const parts = companyBefore(name) ?? (honorific ? ofCompany.exec(name)?.slice(1) : undefined)
  const [company, own] = parts ?? []
  if (company && own) person.affiliations.unshift(company)
  person.name = own && company ? own.trim() : name
}

const legalForm = /^(?:株式会社|有限会社|合同会社)$/u

/** Parts `例示株式会社 山田太郎` and `例示社 山田太郎` at the space. */
function companyBefore(name: string): [string, string] | undefined {
  const found = /^(\S+(?:[ \u3000]\S+)?)[ \u3000]+(\S.*)$/u.exec(name)
  const [, first = '', rest = ''] = found ?? []
  if (!hanAny.test(first) || organizationEvidence(rest) || !/^\S{1,10}(?:[ \u3000]\S{1,6})?$/u.test(rest)) {
    const group = /^(\S*(?:株式会社|有限会社|合同会社))[ \u3000]+(\S.*)$/u.exec(name)
    return group?.[1] && group[2] && !legalForm.test(group[1]) ? [group[1], group[2]] : undefined
  }
  for (const head of [first, first.split(/[ \u3000]/)[0] ?? '']) {
    if (legalForm.test(head)) continue
    if (organizationEvidence(head) === 'word' || head.endsWith('社'))
      return [head, name.slice(head.length).trim()]
  }
  return undefined
}
