import type { Definition, Html, Image, Link } from 'mdast'
import type { Position } from 'unist'
import { folderOf, normalizePath, relativePath } from './names.ts'
import { type Note, nodesOf } from './note.ts'

/** An image that stands beside the notes and moves into the book with them. */
export interface ImportedImage {
  /** Path beside the imported file. */
  from: string
  /** Path relative to the book's folder. */
  to: string
  /** The file that shows it, and where. */
  file: string
  position?: Position
}

const imageName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/i
const htmlImage = /(<img\b[^<>]*?\ssrc\s*=\s*)(["'])([^"'<>]+)\2/gi

/** Rewrites the links of notes to images and to each other for their new places; gives the images to copy. */
export function moveLinks(notes: readonly Note[]): ImportedImage[] {
  const images = new Map<string, ImportedImage>()
  const taken = new Set<string>()
  const byOrigin = new Map<string, Note>()
  for (const note of notes) {
    const origin = normalizePath(note.from)
    if (!byOrigin.has(origin)) byOrigin.set(origin, note)
  }
  for (const note of notes) {
    const moveImage = (url: string, position?: Position) => {
      const path = localPath(url, note.from)
      if (path === undefined) return url
      const folder = folderOf(note.path)
      const key = `${folder} ${path}`
      const to = images.get(key)?.to ?? freeName(`${folder}/images/`, path, taken)
      if (!images.has(key))
        images.set(key, { from: path, to, file: note.from, ...(position && { position }) })
      return encodeURI(relativePath(folder, to))
    }
    const moveLink = (url: string) => {
      const path = localPath(url, note.from)
      const target = path === undefined ? undefined : byOrigin.get(path)
      return target
        ? encodeURI(relativePath(folderOf(note.path), target.path)) + (/#.*$/.exec(url)?.[0] ?? '')
        : url
    }
    for (const node of nodesOf(note.children)) {
      if (node.type === 'image') {
        const image = node as unknown as Image
        image.url = moveImage(image.url, image.position)
      } else if (node.type === 'link' || node.type === 'definition') {
        const link = node as unknown as Link | Definition
        link.url = imageName.test(link.url) ? moveImage(link.url, link.position) : moveLink(link.url)
      } else if (node.type === 'html') {
        const html = node as unknown as Html
        html.value = html.value.replace(
          htmlImage,
          (_, head: string, quote: string, url: string) =>
            head + quote + moveImage(url, html.position) + quote,
        )
      }
    }
  }
  return [...images.values()]
}

/** The path that a relative URL means, seen from a file; undefined for all other URLs. */
function localPath(url: string, from: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(url)) return undefined
  const bare = url.replace(/[?#].*$/s, '')
  const folder = folderOf(from)
  return normalizePath(folder ? `${folder}/${decode(bare)}` : decode(bare))
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function freeName(folder: string, path: string, taken: Set<string>): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(path.slice(path.lastIndexOf('/') + 1)) ?? []
  let name = folder + stem + ending
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${folder}${stem}-${number}${ending}`
  taken.add(name.toLowerCase())
  return name
}
