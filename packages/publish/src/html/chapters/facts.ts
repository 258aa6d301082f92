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
    name === undefined && shown.has(url) ? [] : [element('a', { href: url }, [name ?? url])],
  )
  return values.length === 0 ? undefined : { label, values }
}

/** What may stand between a title and the lines of addresses under it. */
const unseen: ReadonlySet<string> = new Set(['heading', 'yaml', 'toml', 'html', 'definition'])

function urlsUnderTitle({ children }: Event | Session): Set<string> {
  const urls = new Set<string>()
  for (const child of children as Nodes[]) {
    if (unseen.has(child.type)) continue
    if (child.type !== 'paragraph' || !child.children.every(isAddressOrSpace)) break
    for (const node of child.children) if (node.type === 'link') urls.add(node.url)
  }
  return urls
}

function isAddressOrSpace(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
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
