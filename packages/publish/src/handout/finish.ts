import type { BookConfig } from '../config/schema.ts'
import { finishPdf } from '../pdf/finish.ts'
import type { Metadata } from '../pdf/metadata.ts'
import { pageObjects, readPdf } from '../pdf/pdf-file.ts'
import { type Printed, readPrinted } from './assembly/printed.ts'
import { pageGeometry } from './geometry.ts'
import type { Bundle } from './file-set.ts'
import type { HandoutPage } from './layouts.ts'

export interface FinishedHandouts {
  printed: Printed
  /** Whether the tags follow PDF/UA-1. */
  isAccessible: boolean
}

/**
 * Gives Chromium's file of some handouts exact boxes and black text in K, and reads it so that each can be taken out:
 * what is the same for all is done once.
 */
export async function finishHandouts(
  { pdf: bytes, handouts, links }: Bundle,
  page: HandoutPage,
  metadata: Metadata,
  config: BookConfig,
): Promise<FinishedHandouts> {
  const file = readPdf(bytes)
  const pages = pageObjects(file)
  const { pdf, failed } = await finishPdf(file, pages, {
    geometry: pageGeometry(page),
    pages: pages.map(() => ({ label: '1', folio: true, head: '' })),
    metadata,
    outline: [],
    place: () => undefined,
    ink: config.colour === 'one' ? 'one-colour' : 'black',
    describeLink: (href) => links.get(href) ?? href,
  })
  const counts = handouts.map(({ laid }) => laid.pages)
  return { printed: readPrinted(readPdf(pdf), counts), isAccessible: failed.length === 0 }
}
