/** The book's folder: the only door to its files. Paths are relative to it, with forward slashes. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, posix, relative, sep } from 'node:path'

/** Larger files are refused: no note or image of a book is that large. */
export const maxBytes = 64 * 1024 * 1024

/** What reading a path can give. */
type Read =
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'missing' | 'outside' | 'folder' | 'unreadable' | 'too-large' }

/** A name in a folder. */
export interface Entry {
  name: string
  kind: 'file' | 'folder'
}

/** The files of a book. */
export interface BookFolder {
  /** Reads a file; never throws. */
  read(path: string): Promise<Read>
  /** Names in a folder in the book's order, hidden ones left out; `undefined` where it is no folder. */
  list(path: string): Promise<Entry[] | undefined>
}

/** Opens a folder. Nothing outside it can be read through it, not by `..` nor by a symlink. */
export function openFolder(root: string): BookFolder {
  const realRoot = realpath(root)
  const resolve = async (path: string): Promise<{ real: string } | { kind: 'missing' | 'outside' }> => {
    if (normalisePath(path) === undefined) return { kind: 'outside' }
    try {
      const [base, real] = await Promise.all([realRoot, realpath(join(root, path))])
      const inside = relative(base, real)
      if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { kind: 'outside' }
      return { real }
    } catch {
      return { kind: 'missing' }
    }
  }
  return {
    async read(path) {
      const found = await resolve(path)
      if ('kind' in found) return found
      const { real } = found
      try {
        const { size, ...facts } = await statOf(real)
        if (facts.folder) return { kind: 'folder' }
        // A pipe or a device could be read without end.
        if (!facts.file) return { kind: 'unreadable' }
        if (size > maxBytes) return { kind: 'too-large' }
        return { kind: 'file', bytes: await readFile(real) }
      } catch {
        return { kind: 'unreadable' }
      }
    },
    async list(path) {
      const found = await resolve(path)
      if ('kind' in found) return undefined
      const { real } = found
      try {
        const names = (await readdir(real)).filter((name) => !name.startsWith('.'))
        const entries = await Promise.all(names.map((name) => entryOf(real, name)))
        return entries.filter((entry) => entry !== undefined).toSorted((a, b) => byName(a.name, b.name))
      } catch {
        return undefined
      }
    },
  }
}

/** A path without `.` and `..`; `undefined` where it is absolute or leads out of the folder. */
export function normalisePath(path: string): string | undefined {
  if (path.includes('\0') || /^([\\/]|[A-Za-z]:)/u.test(path)) return undefined
  const normal = posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/u, '')
  return normal === '..' || normal.startsWith('../') ? undefined : normal
}

const collator = new Intl.Collator('en', { numeric: true })

/** Order of file names: `2-b` before `10-a`, the same on every machine. */
function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

async function statOf(path: string): Promise<{ size: number; file: boolean; folder: boolean }> {
  const facts = await stat(path)
  return { size: facts.size, file: facts.isFile(), folder: facts.isDirectory() }
}

async function entryOf(folder: string, name: string): Promise<Entry | undefined> {
  try {
    const { file, folder: isFolder } = await statOf(join(folder, name))
    return file || isFolder ? { name, kind: file ? 'file' : 'folder' } : undefined
  } catch {
    // A symlink that leads nowhere is as good as no file.
    return undefined
  }
}
