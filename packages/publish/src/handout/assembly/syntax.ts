/** Reads and rewrites the text of objects as Chromium writes them: strings with escapes, references as `N 0 R`. */

const STRING = String.raw`\((?:\\[^]|[^\\()])*\)|<[\dA-Fa-f\s]*>`
const CHANGING = new RegExp(`(${STRING})|(\\d+) 0 R\\b|/(StructParents?) (\\d+)`, 'g')
const TOKEN = new RegExp(`${STRING}|<<|>>|\\[|\\]|\\d+ \\d+ R\\b|/[^\\s<>[\\]()/]*|[^\\s<>[\\]()/]+`, 'g')

/** The text of an object, cut at what changes when it goes to another file. */
export interface Pieces {
  /** What stands between the tokens: one more than these. */
  text: readonly string[]
  tokens: readonly Token[]
}

type Token = { reference: number } | { parentKey: number; name: string } | { string: string }

export function cutText(text: string): Pieces {
  const between: string[] = []
  const tokens: Token[] = []
  let end = 0
  for (const { 0: whole, 1: string, 2: target, 3: name, 4: key, index } of text.matchAll(CHANGING)) {
    between.push(text.slice(end, index))
    end = index + whole.length
    if (target !== undefined) tokens.push({ reference: Number(target) })
    else if (string !== undefined) tokens.push({ string })
    else tokens.push({ parentKey: Number(key), name: name ?? '' })
  }
  between.push(text.slice(end))
  return { text: between, tokens }
}

/** What an object's references and keys become in another file. */
export interface Renumbering {
  /** Text in place of `N 0 R`. */
  object(number: number): string
  /** Key in the tree of a structure's parents; undefined takes the entry away. */
  parentKey(key: number): number | undefined
  /** The string that an element of the structure is known by; other strings stay. */
  structureId(id: string): string
}

/** The text of an object with other numbers. */
export function renumber({ text, tokens }: Pieces, numbering: Renumbering): string {
  let made = text[0] ?? ''
  for (const [at, token] of tokens.entries()) {
    if ('reference' in token) made += numbering.object(token.reference)
    else if ('string' in token) made += numbering.structureId(token.string)
    else {
      const key = numbering.parentKey(token.parentKey)
      if (key !== undefined) made += `/${token.name} ${key}`
    }
    made += text[at + 1] ?? ''
  }
  return made
}

/** Numbers of the objects that a text refers to. */
export function referencesIn({ tokens }: Pieces): number[] {
  return tokens.flatMap((token) => ('reference' in token ? token.reference : []))
}

/** The key that an object has in the tree of its structure's parents. */
export function parentKeyOf({ tokens }: Pieces): number | undefined {
  for (const token of tokens) if ('parentKey' in token) return token.parentKey
  return
}

/** The first object that an entry refers to. */
export function referenceIn(value: string | undefined): number | undefined {
  return value === undefined ? undefined : referencesIn(cutText(value))[0]
}

/** The entries of a dictionary as text, by name. */
export function dictionaryEntries(text: string): Map<string, string> {
  const entries = new Map<string, string>()
  let depth = 0
  let name: string | undefined
  let start = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (depth === 1 && name === undefined) {
      if (token === '>>') break
      name = token.slice(1)
      start = -1
      continue
    }
    if (start < 0) start = index
    if (token === '<<' || token === '[') depth++
    else if (token === '>>' || token === ']') depth--
    if (depth === 1 && name !== undefined) {
      entries.set(name, text.slice(start, index + token.length))
      name = undefined
    }
  }
  return entries
}

/** A dictionary's text. */
export function dictionaryText(entries: Iterable<readonly [string, string]>): string {
  return `<<${[...entries].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`
}
