/** The lines of notes as a reader would read them: without the marks of Markdown. */
import type { Book } from '../../src/model.ts'
import { lettersOf } from './lost-words.ts'

/** A line of the notes with a letter or a digit. */
export interface NotesLine {
  /** `file:line`. */
  place: string
  /** `id` of the session, else of the event or the preface, that it stands in. */
  ownerId: string
  /** Its letters and digits: with marks of Markdown taken for marks, and as they are written. */
  readings: RegExp[]
}

type Notes = Pick<Book, 'tree' | 'front' | 'back'>

interface Owner {
  id: string
  start: number
}

/** The lines of one file that books print. */
export function spokenLines(source: string, file: string, book: Notes): NotesLine[] {
  const owners = ownersIn(file, book)
  let fence: string | undefined
  return hide(source)
    .split(/\r?\n/u)
    .flatMap((line, at) => {
      const number = at + 1
      const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/u.exec(line)?.[1]
      const isFence = mark !== undefined && (fence === undefined || mark.startsWith(fence))
      if (isFence) fence = fence === undefined ? mark : undefined
      const spoken = fence !== undefined && !isFence ? line : withoutMarks(line)
      const owner = owners.findLast(({ start }) => start <= number)
      if (isFence || lettersOf(spoken.replaceAll(/\uE000[^\uE001]*\uE001/gu, '')) === '' || !owner) return []
      return [{ place: `${file}:${number}`, ownerId: owner.id, readings: [spoken, line].map(patternOf) }]
    })
}

/** Who has the lines of a file from which line on: events, sessions, and again the event where its own sections follow. */
function ownersIn(file: string, { tree, front, back }: Notes): Owner[] {
  const matter = [...front, ...back].find((one) => one.file === file)
  if (matter) return [{ id: matter.id, start: 1 }]
  const owners = tree.children.flatMap((event) =>
    [event, ...event.children].flatMap((node) => {
      const owner = node.type === 'session' ? node : event
      const isHere = owner.data?.file === file
      return isHere ? [{ id: owner.id, start: node.position?.start.line ?? 1 }] : []
    }),
  )
  return owners.map((owner, at) => (at === 0 ? { ...owner, start: 1 } : owner))
}

/** Front matter and comments are not printed; their lines stay, empty. */
function hide(source: string): string {
  const blank = (text: string): string => text.replaceAll(/[^\n]+/gu, '')
  return source
    .replace(/^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1(?=\r?\n|$)/u, blank)
    .replaceAll(/<!--[\s\S]*?-->/gu, blank)
}

/** What Markdown says without letters: what it takes for marks goes, code stays as it is. */
function withoutMarks(line: string): string {
  return line
    .split(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/u)
    .map((part, at) => (at % 3 === 2 ? part : at % 3 === 1 ? '' : withoutInlineMarks(part, at === 0)))
    .join('')
}

function withoutInlineMarks(text: string, isStart: boolean): string {
  const line = isStart ? withoutBlockMarks(text) : text
  return (
    withoutTags(line)
      .replaceAll(/&(?:#\d+|#x[\da-f]+|\w+);/giu, '')
      .replaceAll(/\[\^[^\]]+\]/gu, '')
      // An answer on the line of its question has a mark of its own.
      .replaceAll('→', optional('A'))
      // `{漢字|かん|じ}`: the readings stand beside their letters.
      .replaceAll(/\{([^{}|]+)(?:\|[^{}|]*)+\}/gu, '$1')
      // `[text](address "title")`, `![alternative](file "caption")`
      .replaceAll(
        /\]\(\s*(<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+["'](.*?)["'])?\s*\)/gu,
        (_, address: string, title = '') => `${title}${optional(address)}`,
      )
      .replaceAll(/\]\[[^\]]*\]/gu, '')
      // `[text address]`, `[address text]`
      .replaceAll(/\[([^[\]]+?)\s+https?:\/\/[^\s[\]]+\]/gu, '$1')
      .replaceAll(/\[https?:\/\/[^\s[\]]+\s+([^[\]]+)\]/gu, '$1')
  )
}

/** A tag that books do not know is printed as it is; where a link may not lead, its address is printed behind it. */
function withoutTags(line: string): string {
  let address = ''
  return line
    .replaceAll(/<(https?:\/\/[^\s<>]+)>/gu, '$1')
    .replaceAll(/<rt>[^<]*<\/rt>/gu, '')
    .replaceAll(/<(\/?)([a-z][\w-]*)[^<>]*>/giu, (tag, slash: string, name: string) => {
      if (name === 'a' && slash === '') address = /href="([^"]*)"/u.exec(tag)?.[1] ?? ''
      if (name === 'a') return slash === '' ? '' : optional(address)
      return name === 'img' ? (/alt="([^"]*)"/u.exec(tag)?.[1] ?? '') : optional(tag)
    })
}

/** Marks what may be shown and need not: letters between two characters that no notes hold. */
function optional(text: string): string {
  return `\uE000${text}\uE001`
}

function patternOf(spoken: string): RegExp {
  const parts = spoken.split(/[\uE000\uE001]/u).map(lettersOf)
  return new RegExp(
    parts.map((part, at) => (at % 2 === 0 || part === '' ? part : `(?:${part})?`)).join(''),
    'gu',
  )
}

/** Marks at the head of a line: of quotations, lists and their numbers, boxes, definitions of notes. */
function withoutBlockMarks(line: string): string {
  const text = line
    .replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*/u, '')
    .replace(/^\[[ xX]\]\s/u, '')
    .replace(/^\[\^[^\]]+\]:/u, '')
  // `[name]: address` is seen where the name is used; `[//]: # (…)` is a comment.
  return /^\[[^\]]+\]:\s*\S+/u.test(text) ? '' : text
}
