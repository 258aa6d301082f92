import { blockRoleOf } from '../syntax/words.ts'
import { openingItems, openingLine, type TitleLine } from './sign.ts'
import { bareUrl, isFact, labelledUrl, members, presenter, speakerKey } from './words.ts'

/** How a session begins; the sessions of one event mostly begin alike. */
export type Opening = 'members' | 'key' | 'url' | 'by' | 'plain'

const name = /^@\w{2,}|^\S{1,20}(?:さん|氏|先生|くん|ちゃん)(?:$|[\s(（:：@])|^\S.{0,30}[(（]@\w{2,}[)）]/

/** A section that lists the people: by its title, or because its items are handles or names with an honorific. */
export function isMembers(line: TitleLine): boolean {
  if (members.test(line.text) || blockRoleOf(line.text) === 'members') return true
  const items = openingItems(line)
  return items.length >= 2 && items.filter((item) => name.test(item)).length * 3 >= items.length * 2
}

/** The members stand right under the title, with at most a URL or a line of prose between. */
export function opensWithMembers({ body, next }: TitleLine): boolean {
  return (
    next !== undefined && body.every((block) => block.kind === 'text') && body.length <= 2 && isMembers(next)
  )
}

/** The speaker is named in the first line, or the first item, under the title. */
export function opensWithSpeaker(line: TitleLine): boolean {
  const first = openingItems(line)[0] ?? ''
  return speakerKey.test(openingLine(line)) || speakerKey.test(first)
}

/** The URL in the first line under the title. */
export function openingUrl(line: TitleLine): string | undefined {
  const text = openingLine(line)
  return bareUrl.test(text) || labelledUrl.test(text) ? text : undefined
}

/** Whether prose stands right under the title. */
export function opensWithProse(line: TitleLine): boolean {
  const text = openingLine(line)
  return text !== '' && !isFact(text)
}

/** How the session would begin if this were the title of one. */
export function openingOf(line: TitleLine): Opening {
  if (opensWithMembers(line)) return 'members'
  if (opensWithSpeaker(line)) return 'key'
  if (openingUrl(line) !== undefined) return 'url'
  return presenter.test(line.text) ? 'by' : 'plain'
}
