import { createMessage } from '@notes/parser'
import { posix } from 'node:path'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Asset } from '../model.ts'
import { type BookFolder, maxBytes, normalisePath } from './folder.ts'
import { readMedia } from './media.ts'
import type { ImageReference } from './references.ts'
import { loadRule } from './rules.ts'

/** Gathers the images of a book; each is read once. */
export class AssetStore {
  readonly assets = new Map<string, Asset>()
  readonly messages: VFileMessage[] = []
  readonly #folder: BookFolder
  /** What is wrong with a path; `undefined` where it is an asset. */
  readonly #problems = new Map<string, Problem | undefined>()

  constructor(folder: BookFolder) {
    this.#folder = folder
  }

  /** Reads the image of a reference and puts its asset's key into the tree. */
  async add(image: ImageReference): Promise<void> {
    const { file, url, position } = image
    if (image.alt === '') {
      this.messages.push(createMessage(loadRule.imageWithoutText, { place: position, file }))
    }
    const target = resolveUrl(url, file)
    if (target.kind === 'remote' && !/^(?:https?:|\/\/)/iu.test(url)) {
      const reason = `The image “${shorten(url)}” is no file of the book and no address on the web.`
      this.#report(loadRule.brokenImage, reason, position, file)
    } else if (target.kind === 'remote') {
      const reason = `The image “${shorten(url)}” is on the web, so it is not fetched; a link stands in its place.`
      this.#report(loadRule.remoteImage, reason, position, file)
    } else if (target.kind !== 'local') {
      const inText = target.kind === 'data'
      const reason = inText
        ? 'An image is written into the note as a `data:` URL, which books do not show.'
        : `The image “${shorten(url)}” leads out of the book’s folder, so it is not shown.`
      this.#report(inText ? loadRule.brokenImage : loadRule.outside, reason, position, file)
      image.setUrl('')
    } else {
      const problem = await this.#read(target.path)
      if (problem) this.#report(problem.rule, problem.reason, position, file)
      image.setUrl(problem?.rule === loadRule.outside ? '' : target.path)
    }
  }

  /** Reads an image that book.yaml names; gives its key. */
  async addFile(path: string, key: string, place: Position, file: string): Promise<string | undefined> {
    const normal = normalisePath(path)
    const problem: Problem | undefined =
      normal === undefined
        ? { rule: loadRule.outside, reason: `${key} names “${path}”, which leads out of the book’s folder.` }
        : await this.#read(normal)
    if (problem) this.#report(problem.rule, problem.reason, place, file)
    return problem ? undefined : normal
  }

  async #read(path: string): Promise<Problem | undefined> {
    if (!this.#problems.has(path)) this.#problems.set(path, await this.#load(path))
    return this.#problems.get(path)
  }

  async #load(path: string): Promise<Problem | undefined> {
    const read = await this.#folder.read(path)
    switch (read.kind) {
      case 'missing':
      case 'folder':
        return { rule: loadRule.missingImage, reason: `The image “${path}” does not exist.` }
      case 'outside':
        return {
          rule: loadRule.outside,
          reason: `The image “${path}” is a link that leads out of the book’s folder, so it is not shown.`,
        }
      case 'too-large':
        return {
          rule: loadRule.unreadable,
          reason: `The image “${path}” is larger than ${maxBytes / 1024 / 1024} MB.`,
        }
      case 'unreadable':
        return { rule: loadRule.unreadable, reason: `The image “${path}” cannot be read.` }
      case 'file': {
        const media = readMedia(read.bytes)
        if (media.kind === 'broken') {
          return { rule: loadRule.brokenImage, reason: `The image “${path}” ${media.reason}.` }
        }
        const { kind: _, ...facts } = media
        this.assets.set(path, { path, bytes: read.bytes, ...facts })
        return undefined
      }
    }
  }

  #report(rule: Problem['rule'], reason: string, place: Position | undefined, file: string): void {
    this.messages.push(createMessage(rule, { reason, place, file }))
  }
}

interface Problem {
  rule: (typeof loadRule)[keyof typeof loadRule]
  reason: string
}

/** What a URL of the notes points to. */
export type Target =
  | { kind: 'remote' }
  | { kind: 'outside' }
  | { kind: 'data' }
  | { kind: 'local'; path: string; fragment: string }

/** Resolves a URL against the file that it stands in. */
export function resolveUrl(url: string, file: string): Target {
  if (/^data:/iu.test(url)) return { kind: 'data' }
  if (/^file:/iu.test(url)) return { kind: 'outside' }
  // A scheme of one letter is a drive of Windows.
  if (/^[a-z][a-z0-9+.-]+:/iu.test(url) || url.startsWith('//')) return { kind: 'remote' }
  const [, address = '', fragment = ''] = /^([^#]*)#?(.*)$/su.exec(url) ?? []
  const decoded = decode(address.replace(/\?.*$/su, ''))
  if (/^([\\/]|[A-Za-z]:)/u.test(decoded)) return { kind: 'outside' }
  const path =
    decoded === '' ? file : normalisePath(posix.join(posix.dirname(file), decoded.replaceAll('\\', '/')))
  return path === undefined ? { kind: 'outside' } : { kind: 'local', path, fragment: decode(fragment) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function shorten(url: string): string {
  return url.length > 80 ? `${url.slice(0, 80)}…` : url
}
