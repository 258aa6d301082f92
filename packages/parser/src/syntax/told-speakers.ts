import type { Nodes, Paragraph } from 'mdast'
import { addSpeakers } from './add-speakers.ts'
import { isClearlyGivenName } from './given-names.ts'
import type { SyntaxPass } from './index.ts'
import { looksLatinName, parsePeople } from './people-list.ts'
import { isProfileUrl, type LinkSpan, linksIn, textOf, urlOf } from './phrasing-text.ts'
import { looksJapaneseName } from './surnames.ts'
import { titleNames } from './title-names.ts'
import { isSlideUrl } from './urls.ts'
import { type Container, eachContainer, ownerOf } from './walk.ts'

/**
 * Speakers whom the text tells of: `山田さんの発表`, the line of a talk with its video below it, and a link to the talk
 * that repeats its title with the name.
 *
 * ```md
 * # 会
 *
 * ## 検索の裏側
 *
 * 例示社の[alpha](https://github.com/alpha)氏による発表。索引は約束。
 * ```
 *
 * ```json
 * {"type": "session", "speakers": [{"kind": "person", "name": "alpha", "honorific": "氏"}]}
 * ```
 *
 * ```md
 * # Meetup
 *
 * “Search, again” - Zorin Vex
 * https://www.youtube.com/watch?v=abc
 * ```
 *
 * ```json
 * {"type": "event", "speakers": [{"name": "Zorin Vex"}]}
 * ```
 *
 * ```md
 * # Meetup
 *
 * ## Search, again
 *
 * [Search, again - Jane Roe, Example](https://example.com/talk)
 * ```
 *
 * ```json
 * {"type": "session", "speakers": [{"name": "Jane Roe", "affiliations": ["Example"]}]}
 * ```
 *
 * A talk that was given elsewhere, and a line that is quoted, name nobody:
 *
 * ```md
 * # 会
 *
 * ## 検索の裏側
 *
 * 前回の山田さんの発表も参考に。
 *
 * “An index is a promise” - Zorin Vex
 * ```
 *
 * ```json
 * {"type": "session", "title": "検索の裏側", "speakers": []}
 * ```
 */
export const toldSpeakers: SyntaxPass = (tree) => {
  eachContainer(tree, (node, scope) => {
    const owner = ownerOf(scope)
    let told = 0
    for (const block of node.children as Nodes[]) {
      if (block.type !== 'paragraph') continue
      const text = textOf(block)
      if (text.length > 2000) continue
      for (const name of talkLines(text)) addSpeakers(owner, parsePeople(name), 'talk-line', block.position)
      if (node.type === 'event' || told++ > 2 || (node.type === 'session' && owner.speakers?.length)) continue
      const named =
        repeatedTitle(node, block, text) ?? presented(text, linksIn(block)) ?? pageOf(linksIn(block))
      if (named) addSpeakers(owner, named, 'told', block.position)
    }
  })
}

/** `“Title” - Jane Roe` or `Jane Roe - Title` right above the line of a video's or slides' address. */
function talkLines(text: string): string[] {
  if (!text.includes('http')) return []
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const url = urlOf(lines[at + 1] ?? '')
    if (url === undefined || !isSlideUrl(url) || line.length > 200) return []
    const quoted = /["”“]\s+(?:[-–—]|by)\s+([^()]{3,50}?)\s*(?:\([^()]*\))?$/u.exec(line)?.[1]
    if (quoted && looksLatinName(quoted)) return [quoted]
    const found = titleNames(line)
    const isNamed = found?.people.every(
      ({ name }) => isClearlyGivenName(name.split(/\s/)[0]!) && looksLatinName(name),
    )
    return isNamed ? found!.people.map(({ name }) => name) : []
  })
}

/** A paragraph that is one link whose text is the title of the session with the speaker behind it. */
function repeatedTitle(
  node: Container,
  paragraph: Paragraph,
  text: string,
): ReturnType<typeof parsePeople> | undefined {
  const [link] = paragraph.children
  if (paragraph.children.length !== 1 || link?.type !== 'link' || !text.startsWith(node.title))
    return undefined
  const rest = /^\s+[-–—|]\s+(\S.*)$/su.exec(text.slice(node.title.length))?.[1]
  return rest && looksLatinName(rest.split(/\s*[,(]/)[0]!) ? parsePeople(rest) : undefined
}

/** `[山田さんのGitHub](…)` */
function pageOf(links: readonly LinkSpan[]): ReturnType<typeof parsePeople> | undefined {
  for (const link of links) {
    const name = /^(\S{1,10}(?:さん|氏))の?\s*(?:GitHub|Twitter|X|ブログ|Blog)$/iu.exec(link.text)?.[1]
    if (name && isProfileUrl(link.url))
      return parsePeople(name).map((one) => ({ ...one, urls: [{ url: link.url }] }))
  }
  return undefined
}

const given =
  /(?:^|[\s、。，．のは])([^\s、。，．「」()（）のは]{1,20}(?: [^\s、。，．「」()（）のは]{1,10})?) ?(さん|氏|先生)(?:の|による|が)(?:発表|セッション|講演|LT|トーク|登壇|お話)/u

/** `山田さんの発表`, `[alpha](…) 氏による講演`: a name by its form, or one that links to a page of theirs. */
function presented(text: string, links: readonly LinkSpan[]): ReturnType<typeof parsePeople> | undefined {
  const found = given.exec(text)
  const [, name = '', honorific] = found ?? []
  if (
    !found ||
    /(?:前回|前々回|先日|昨年|去年|次|以前|別|他)(?:の|は)?$/u.test(text.slice(0, found.index + 1))
  )
    return undefined
  const link = links.find((one) => one.text === name && isProfileUrl(one.url))
  if (!link && !/^[@＠]\w{2,}$/u.test(name) && !looksJapaneseName(name)) return undefined
  return parsePeople(`${name}${honorific}`, link ? [link] : [])
}
