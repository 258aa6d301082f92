import { createHash } from 'node:crypto'
import type { BookConfig } from '../config/schema.ts'

/** Namespace of the identifiers that are derived from a book; a UUID made once for this purpose. */
const namespace = Buffer.from('5f1d7a52c6e94c0b9d3e8f40a1b27c96', 'hex')

/**
 * The ePub's identifier: book.yaml's, or a `urn:uuid:` (version 5) derived from what the book is called and who
 * made it, so that a new build of the same book is the same book. Each of several volumes has one of its own.
 */
export function epubIdentifier(config: BookConfig): string {
  const { identifiers, volume, name, title, subtitle, language, publisher, series, creators } = config
  if (identifiers.epub !== undefined && !volume) return identifiers.epub
  // A title of a volume names the volume.
  const about = [name, title, subtitle, language, publisher, series?.name, series?.volume]
  const facts = JSON.stringify(
    identifiers.epub === undefined
      ? [...about, ...creators.map((creator) => creator.name)]
      : [identifiers.epub, volume?.number],
  )
  const bytes = createHash('sha1').update(namespace).update(facts).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')}`
}
