import { asId } from '../ids.ts'

/** The ASCII letters and digits of a title as a name for files and ids, e.g. `第3回 Rust の会` → `n3-rust`. */
export function shortName(title: string): string | undefined {
  const folded = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  let name = ''
  for (const word of folded.match(/[a-z0-9]+/g) ?? []) {
    if (word === 'by') continue
    if (name && name.length + word.length > 40) break
    name = name ? `${name}-${word}` : word.slice(0, 40)
  }
  return /[a-z].*[a-z]/.test(name) ? asId(name) : undefined
}

/** A name with its number before it, so that files stand in order: `02-rust`. */
export function numbered(number: number, name: string): string {
  return `${String(number).padStart(2, '0')}-${name}`
}

/** A path without `.` and `..`, as far as they can be resolved. */
export function normalizePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop()
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return parts.join('/')
}

/** The folder that a path stands in; empty for a name alone. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The way from a folder to a path, both relative to the same place. */
export function relativePath(folder: string, path: string): string {
  const from = folder ? folder.split('/') : []
  const to = path.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
