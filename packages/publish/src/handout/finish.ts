import { createHash } from 'node:crypto'
import type { BookConfig } from '../config/schema.ts'
import { finishPdf } from '../pdf/finish.ts'
import { bookMetadata } from '../pdf/metadata.ts'
import type { OutlineEntry } from '../pdf/outline.ts'
import { pageObjects, readPdf } from '../pdf/pdf-file.ts'
import { pageGeometry } from './geometry.ts'
import type { HandoutPage } from './layouts.ts'

/** What a PDF of handouts says about itself. */
export interface HandoutFacts {
  title: string
  /** Number of each page within its handout. */
  labels: string[]
  outline: OutlineEntry[]
  /** Index of the page of each id of the outline. */
  places: ReadonlyMap<string, number>
}

/** Gives Chromium's file exact boxes, page labels, outline, metadata, and black text in K. */
export async function finishHandout(
  printed: Uint8Array,
  facts: HandoutFacts,
  page: HandoutPage,
  config: BookConfig,
  now: Date,
  producer: string,
): Promise<Buffer> {
  const file = readPdf(printed)
  const pages = pageObjects(file)
  const identifier = identify(config, facts.title)
  const { subtitle: _, ...whole } = config
  return await finishPdf(file, pages, {
    geometry: pageGeometry(page),
    pages: facts.labels.map((label) => ({ label, folio: true, head: '' })),
    metadata: bookMetadata({ ...whole, title: facts.title }, now, identifier, producer),
    outline: facts.outline,
    place: (id) => {
      const at = facts.places.get(id)
      return at === undefined ? undefined : { page: at, top: 10_000 }
    },
    ink: config.colour === 'one' ? 'one-colour' : 'black',
  })
}

/** The same for every print of the same handout. */
function identify({ identifiers, name, title }: BookConfig, handout: string): string {
  const facts = JSON.stringify([identifiers.pdf ?? '', name, title, handout])
  return `urn:sha256:${createHash('sha256').update(facts).digest('hex')}`
}
