import type { NotesDate, Url } from '@notes/parser'
import type { ElementContent } from 'hast'
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

export function urlFact(label: string, urls: readonly Url[]): Fact | undefined {
  if (urls.length === 0) return undefined
  return { label, values: urls.map(({ url, label: name }) => element('a', { href: url }, [name ?? url])) }
}

export function dateFacts(dates: readonly NotesDate[], labels: Labels): Fact[] {
  if (dates.length === 0) return []
  return [{ label: labels.dates, values: dates.map((date) => element('span', {}, [date.text])) }]
}

function separate(values: ElementContent[]): (ElementContent | string)[] {
  return values.flatMap((value, index) => (index === 0 ? [value] : [' / ', value]))
}
