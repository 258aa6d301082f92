import { createHash } from 'node:crypto'
import type { BookConfig } from '../config/schema.ts'
import { PT_PER_MM } from '../pdf/geometry.ts'
import { bookMetadata, type Metadata } from '../pdf/metadata.ts'
import type { DocumentFacts, PageLabel } from './assembly/document.ts'
import type { Handout } from './compose.ts'
import type { LaidHandout } from './in-page/paginate.ts'
import type { HandoutPage } from './layouts.ts'

const PT_PER_PX = 0.75

/** A handout and where its parts came to stand. */
export interface MadeHandout {
  handout: Pick<Handout, 'id' | 'title' | 'sections'>
  laid: Pick<LaidHandout, 'pages' | 'places'>
}

/** What a PDF of handouts says about itself. */
export function handoutMetadata(config: BookConfig, title: string, now: Date, producer: string): Metadata {
  const { subtitle: _, ...whole } = config
  return bookMetadata({ ...whole, title }, now, identify(config, title), producer)
}

/** Outline and page labels of a file that holds these handouts, one behind the other. */
export function handoutFacts(
  made: readonly MadeHandout[],
  page: Pick<HandoutPage, 'height'>,
  metadata: Metadata,
  isAccessible: boolean,
): DocumentFacts {
  const places = new Map<string, { page: number; top: number }>()
  const labels: PageLabel[] = []
  for (const { handout, laid } of made) {
    places.set(handout.id, { page: labels.length, top: page.height * PT_PER_MM })
    for (const { id } of handout.sections) {
      const place = laid.places[id]
      if (place)
        places.set(id, {
          page: labels.length + place.page,
          top: page.height * PT_PER_MM - place.y * PT_PER_PX,
        })
    }
    const prefix = made.length > 1 ? `${handout.id}-` : ''
    for (let number = 1; number <= laid.pages; number++) labels.push({ prefix, number })
  }
  const outline = made.map(({ handout: { id, title, sections } }) => ({
    id,
    title,
    children: sections.map((section) => ({ ...section, children: [] })),
  }))
  return { metadata, isAccessible, labels, outline, place: (id) => places.get(id) }
}

/** Outline of sheets: the first one of each handout. */
export function sheetFacts(
  made: readonly (MadeHandout & { sheets: number })[],
  { sheet }: Pick<HandoutPage, 'sheet'>,
  metadata: Metadata,
): DocumentFacts {
  const top = Math.max(sheet.width, sheet.height) * PT_PER_MM
  const places = new Map<string, { page: number; top: number }>()
  let next = 0
  for (const { handout, sheets } of made) {
    places.set(handout.id, { page: next, top })
    next += sheets
  }
  const outline = made.map(({ handout: { id, title } }) => ({ id, title, children: [] }))
  return { metadata, isAccessible: false, labels: [], outline, place: (id) => places.get(id) }
}

/** The same for every print of the same handout. */
function identify({ identifiers, name, title }: BookConfig, handout: string): string {
  const facts = JSON.stringify([identifiers.pdf ?? '', name, title, handout])
  return `urn:sha256:${createHash('sha256').update(facts).digest('hex')}`
}
