/** Hands out ids that are ASCII and unique when compared without case. */
export interface IdMaker {
  /** `wanted`, or `wanted-2`, `wanted-3` … where it is taken. */
  (wanted: string): string
}

export function createIdMaker(): IdMaker {
  const taken = new Set<string>()
  // the last number of each name, so that a thousand equal titles do not count up a thousand times
  const numbers = new Map<string, number>()
  return (wanted) => {
    let id = wanted
    let number = numbers.get(wanted.toLowerCase()) ?? 1
    while (taken.has(id.toLowerCase())) id = `${wanted}-${++number}`
    numbers.set(wanted.toLowerCase(), number)
    taken.add(id.toLowerCase())
    return id
  }
}

/**
 * The ASCII letters and digits of a text as an id, e.g. `CI/CD` → `ci-cd`; undefined where the text has letters
 * or digits of other scripts, as the rest would not tell it from others.
 */
export function slugOf(text: string): string | undefined {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '')
  if (/(?![A-Za-z0-9])[\p{L}\p{N}]/u.test(folded)) return undefined
  const slug = folded
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug ? asId(slug) : undefined
}

/** The id that a file's path gives: its name, or its folder's for `event.md`, without extension and number. */
export function idOfFile(file: string): string | undefined {
  const parts = file.split(/[/\\]/)
  let name = parts.pop()!.replace(/\.[A-Za-z0-9]+$/, '')
  if (/^(?:event|index|readme)$/i.test(name)) name = parts.pop() ?? name
  return slugOf(name.replace(/^\d+[-_. ]+(?=.)/, '')) ?? slugOf(name.replace(/[^\x20-\x7E]+/g, '-'))
}

/** Ids become names of files, which file systems end at 255 bytes. */
const MAX_LENGTH = 100

/** An id begins with a letter, so that it is a name in XML and in CSS. */
export function asId(slug: string): string {
  const id = /^[a-z]/i.test(slug) ? slug : `n${slug}`
  return id.slice(0, MAX_LENGTH).replace(/-+$/, '')
}
