import { createMessage, type Event, type NotesRoot, type Section, type Session } from '@notes/parser'
import { slug } from 'github-slugger'
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { didYouMean } from '../config/nearest.ts'
import { resolveUrl } from './assets.ts'
import type { LinkReference } from './references.ts'
import { loadRule } from './rules.ts'

type Titled = Event | Session | Section

/** The titled parts of each file, the outermost first. */
export type Places = Map<string, Titled[]>

/** Where links can lead: every event, session and section by the file that it stands in. */
export function findPlaces(tree: NotesRoot): Places {
  const places: Places = new Map()
  const add = (node: Titled, file: string): void => {
    const own = node.type === 'section' ? file : (node.data?.file ?? file)
    const known = places.get(own)
    if (known) known.push(node)
    else places.set(own, [node])
    for (const child of node.children) {
      if (child.type === 'session' || child.type === 'section') add(child, own)
    }
  }
  for (const event of tree.children) add(event, '')
  return places
}

/** What links need to know beside the tree. */
export interface LinkContext {
  places: Places
  /** `id` of each preface and afterword by its file. */
  matter: ReadonlyMap<string, string>
  /** Files that are left out of the book as drafts. */
  drafts: ReadonlySet<string>
}

/** Makes a link to another note one to its `#id`; one that leads nowhere keeps its text alone. */
export function resolveLink(link: LinkReference, context: LinkContext): VFileMessage | undefined {
  const target = resolveUrl(link.url, link.file)
  if (target.kind === 'remote' || target.kind === 'data') return checkScheme(link)
  const found =
    target.kind === 'local' ? find(target.path, target.fragment, link.file, context) : outside(link.url)
  if (found.id !== undefined) {
    link.setUrl(`#${found.id}`)
    return undefined
  }
  link.unlink()
  const rule = target.kind === 'outside' ? loadRule.outside : loadRule.brokenLink
  return createMessage(rule, { reason: found.reason, place: link.position, file: link.file })
}

/** Renderers print the address of what is no link in a book. */
export function checkScheme({
  url,
  position,
  file,
}: Pick<LinkReference, 'url' | 'position' | 'file'>): VFileMessage | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/iu.exec(url)?.[1]?.toLowerCase()
  if (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)) return undefined
  const reason = `A link with “${scheme}:” may not stand in a book; its address is printed as text.`
  return createMessage(loadRule.unsafeLink, { reason, place: position, file })
}

type Found = { id: string } | { id?: undefined; reason: string }

function outside(url: string): Found {
  return { reason: `The link to “${url}” leads out of the book’s folder; its text stays without a link.` }
}

function find(path: string, fragment: string, from: string, { places, matter, drafts }: LinkContext): Found {
  if (drafts.has(path))
    return { reason: `The link leads to “${path}”, which is a draft and not in the book.` }
  const nodes = places.get(path) ?? places.get(posix.join(path, 'event.md'))
  const id = nodes?.[0]?.id ?? matter.get(path)
  if (id === undefined) {
    const extension = posix.extname(path)
    if (extension !== '' && !/^\.(?:md|markdown|te?xt|html?)$/iu.test(extension))
      return {
        reason: `The link leads to “${path}”, a file that the book does not hold: link to it on the web.`,
      }
    const known = [...places.keys(), ...matter.keys()].map((file) =>
      posix.relative(posix.dirname(from), file),
    )
    const written = posix.relative(posix.dirname(from), path)
    return {
      reason: `The link leads to “${path}”, which is no note of this book.${didYouMean(written, known)}`,
    }
  }
  if (fragment === '') return { id }
  const heading = nodes?.find((node) => node.id === fragment || slug(node.title) === slug(fragment))
  if (heading) return { id: heading.id }
  const titles = (nodes ?? []).map(({ title }) => slug(title))
  return {
    reason: `The link leads to “#${fragment}”, a heading that “${path}” does not have.${didYouMean(fragment, titles)}`,
  }
}
