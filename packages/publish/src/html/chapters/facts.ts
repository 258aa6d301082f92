import type { Event, NotesDate, Session, Url } from '@notes/parser'
import type { ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import { element } from '../element.ts'
import type { Labels } from '../labels.ts'

/** One line of facts below a title. */
export interface Fact {
  label: string
  values: ElementContent[]
}

/** Facts below a title, a line each; undefined where there are none. */
export function facts(list: (Fact | undefined)[]): ElementContent | undefined {
  const items = list.flatMap((fact) =>
    fact === undefined || fact.values.length === 0
      ? []
      : [
          element('li', {}, [
            element('span', { className: ['label'] }, [fact.label]),
            ' ',
            element('span', { className: ['value'] }, separate(fact.values)),
          ]),
        ],
  )
  return items.length === 0 ? undefined : element('ul', { className: ['facts'] }, items)
}

/** Links below a title; those that the notes show there themselves, in a line right under it, are left out. */
export function urlFact(label: string, urls: readonly Url[], owner: Event | Session): Fact | undefined {
  const shown = urlsUnderTitle(owner)
  const values = urls.flatMap(({ url, label: name }) =>
    shown.get(url)?.includes(name ?? '') ? [] : [element('a', { href: url }, [name ?? url])],
  )
  return values.length === 0 ? undefined : { label, values }
}

/** What may stand between a title and the lines of addresses under it. */
const unseen: ReadonlySet<string> = new Set(['heading', 'yaml', 'toml', 'html', 'definition'])

/** Addresses in lines right under a title, each with the text before it, such as `資料：`. */
function urlsUnderTitle({ children }: Event | Session): Map<string, string> {
  const urls = new Map<string, string>()
  for (const child of children as Nodes[]) {
    if (unseen.has(child.type)) continue
    if (child.type !== 'paragraph' || !child.children.every(isPartOfAddress)) break
    let before = ''
    for (const node of child.children) {
      if (node.type === 'text') before = node.value
      else if (node.type === 'link') urls.set(node.url, before)
    }
  }
  return urls
}

/** A bare address, or what stands between two of them: white space, or a label on a line of its own. */
function isPartOfAddress(node: Nodes): boolean {
  if (node.type === 'text') return /^\s*(?:[^\n:：]{1,40}[:：]\s*)?$/u.test(node.value)
  return node.type === 'break' || (node.type === 'link' && isBare(node))
}

/** An address that stands for itself, so that the reader of a printed book sees it. */
function isBare({ url, children: [only] }: Extract<Nodes, { type: 'link' }>): boolean {
  return only?.type === 'text' && only.value === url
}

export function dateFacts(dates: readonly NotesDate[], labels: Labels): Fact[] {
  if (dates.length === 0) return []
  return [{ label: labels.dates, values: dates.map((date) => element('span', {}, [date.text])) }]
}

function separate(values: ElementContent[]): (ElementContent | string)[] {
  return values.flatMap((value, index) => (index === 0 ? [value] : [' / ', value]))
}
