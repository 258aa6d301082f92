/** Reads and rewrites the text of objects as Chromium writes them: strings with escapes, references as `N 0 R`. */

const STRING = String.raw`\((?:\\[^]|[^\\()])*\)|<[\dA-Fa-f\s]*>`
const REWRITTEN = new RegExp(`(${STRING})|(\\d+) 0 R\\b|/(StructParents?) (\\d+)`, 'g')
const TOKEN = new RegExp(`${STRING}|<<|>>|\\[|\\]|\\d+ \\d+ R\\b|/[^\\s<>[\\]()/]*|[^\\s<>[\\]()/]+`, 'g')

/** What an object's references and keys become in another file. */
export interface Renumbering {
  /** Text in place of `N 0 R`. */
  object(number: number): string
  /** Key in the tree of a structure's parents; undefined takes the entry away. */
  parentKey(key: number): number | undefined
  /** The string that an element of the structure is known by; other strings stay. */
  structureId(id: string): string
}

/** The text of an object with other numbers; what stands in strings stays. */
export function renumber(text: string, { object, parentKey, structureId }: Renumbering): string {
  return text.replaceAll(
    REWRITTEN,
    (whole, string?: string, target?: string, name?: string, key?: string) => {
      if (string !== undefined) return structureId(string)
      if (target !== undefined) return object(Number(target))
      if (name === undefined) return whole
      const parent = parentKey(Number(key))
      return parent === undefined ? '' : `/${name} ${parent}`
    },
  )
}

/** Numbers of the objects that a text refers to. */
export function referencesIn(text: string): number[] {
  const found: number[] = []
  for (const [, , target] of text.matchAll(REWRITTEN)) if (target !== undefined) found.push(Number(target))
  return found
}

/** The key that an object has in the tree of its structure's parents. */
export function parentKeyOf(text: string): number | undefined {
  for (const match of text.matchAll(REWRITTEN)) if (match[4] !== undefined) return Number(match[4])
  return
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
