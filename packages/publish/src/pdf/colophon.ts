import type { Element } from 'hast'
import type { BookConfig } from '../config/schema.ts'
import { element } from '../html/element.ts'

interface ColophonWords {
  title: string
  published: string
  isbn: string
  url: string
  contact: string
  publisher: string
  printer: string
  date: (year: string, month?: string, day?: string) => string
  roles: Record<string, string>
}

const japanese: ColophonWords = {
  title: '奥付',
  published: '発行',
  isbn: 'ISBN',
  url: 'URL',
  contact: '連絡先',
  publisher: '発行所',
  printer: '印刷所',
  date: (year, month, day) =>
    `${Number(year)}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`,
  roles: {
    aut: '著者',
    edt: '編集',
    ill: '挿画',
    trl: '翻訳',
    cov: '装画',
    dsr: '装丁',
    bkd: '装丁',
    pbl: '発行',
  },
}

const english: ColophonWords = {
  title: 'Colophon',
  published: 'Published',
  isbn: 'ISBN',
  url: 'URL',
  contact: 'Contact',
  publisher: 'Publisher',
  printer: 'Printer',
  date: (...parts) => parts.filter((part) => part !== undefined).join('-'),
  roles: {
    aut: 'Author',
    edt: 'Editor',
    ill: 'Illustrator',
    trl: 'Translator',
    cov: 'Cover',
    dsr: 'Designer',
    bkd: 'Designer',
    pbl: 'Publisher',
  },
}

/** The words for a book's language, and the colophon's title for its outline. */
export function colophonTitle(language: string): string {
  return wordsFor(language).title
}

/** The last page (奥付): title, history of editions, makers, publisher, rights. */
export function colophonPage(config: BookConfig, id: string): Element {
  const words = wordsFor(config.language)
  const { colophon, title, subtitle, date, creators, contributors, publisher, rights } = config
  const history = colophon.history.map((entry) => `${printDate(entry.date, words)} ${entry.text}`)
  const edition = colophon.edition ?? ''
  if (history.length === 0 && date) history.push(`${printDate(date, words)} ${edition || words.published}`)
  else if (edition) history.unshift(edition)
  const people = [...creators, ...contributors].map(
    ({ name, role }) => [words.roles[role] ?? role, name] as const,
  )
  const facts = [
    ...people,
    [words.publisher, publisher],
    [words.printer, colophon.printer],
    [words.isbn, colophon.isbn],
    [words.url, colophon.url],
    [words.contact, colophon.contact],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined)
  const rows = facts.map(([label, value]) =>
    element('tr', {}, [element('th', { scope: 'row' }, [label]), element('td', {}, [linked(value)])]),
  )
  return element('section', { id, className: ['colophon'], role: 'doc-colophon' }, [
    element('div', { className: ['colophon-block'] }, [
      element('h1', { className: ['colophon-title'] }, [title]),
      subtitle === undefined ? undefined : element('p', { className: ['subtitle'] }, [subtitle]),
      ...history.map((text) => element('p', { className: ['history'] }, [text])),
      rows.length > 0
        ? element('table', { className: ['colophon-facts'] }, [element('tbody', {}, rows)])
        : undefined,
      ...colophon.notes.map((text) => element('p', { className: ['note'] }, [text])),
      rights === undefined ? undefined : element('p', { className: ['rights'] }, [rights]),
    ]),
  ])
}

/** An address to follow, where it is one. */
function linked(value: string): Element | string {
  const href = /^[^\s@:/]+@[^\s@:/]+$/u.test(value) ? `mailto:${value}` : value
  const protocol = URL.parse(href)?.protocol ?? ''
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return value
  return element('a', { href: new URL(href).href }, [value.replace(/^mailto:/u, '')])
}

function printDate(date: string, words: ColophonWords): string {
  const [year = '', month, day] = date.split('-')
  return words.date(year, month, day)
}

function wordsFor(language: string): ColophonWords {
  return /^ja\b/iu.test(language) ? japanese : english
}
