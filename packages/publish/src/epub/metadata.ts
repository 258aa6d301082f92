import type { EventContent, Person } from '@notes/parser'
import type { Creator } from '../config/schema.ts'
import type { Book, PageMap } from '../model.ts'
import { accessibilityMetadata, type BookContent, conformance } from './accessibility.ts'
import { escapeText, xmlElement } from './xml.ts'

/** What the package document says beyond the configuration. */
export interface MetadataInput {
  book: Book
  identifier: string
  now: Date
  content: BookContent
  pageMap?: PageMap
}

/** The metadata of the package document, one element a line. */
export function metadata(input: MetadataInput): string {
  const { book, identifier, now, content, pageMap } = input
  const { config } = book
  const claim = conformance(config)
  const lines = [
    dc('identifier', identifier, { id: 'pub-id' }),
    ...titles(config),
    dc('language', config.language),
    ...config.creators.flatMap((creator, index) => maker('creator', `creator-${index + 1}`, creator)),
    ...[...config.contributors, ...speakers(book)].flatMap((creator, index) =>
      maker('contributor', `contributor-${index + 1}`, creator),
    ),
    config.publisher && dc('publisher', config.publisher),
    config.date && dc('date', config.date),
    config.description && dc('description', config.description),
    ...config.subjects.map((subject) => dc('subject', subject)),
    config.rights && dc('rights', config.rights),
    ...series(config),
    meta('dcterms:modified', `${now.toISOString().slice(0, 19)}Z`),
    ...accessibilityMetadata(content, config).map(([property, value]) => meta(property, value)),
    claim && meta('dcterms:conformsTo', claim, { id: 'conformance' }),
    claim &&
      config.epub.certifiedBy &&
      meta('a11y:certifiedBy', config.epub.certifiedBy, { refines: '#conformance' }),
    pageMap && meta('pageBreakSource', pageMap.pdfIdentifier),
    xmlElement('meta', { name: 'cover', content: 'cover-image' }),
    // Apple's reader takes its own fonts without it.
    config.fonts === 'embed' && meta('ibooks:specified-fonts', 'true'),
    // Kindle's converter asks for it beside the direction of the pages.
    config.writingMode === 'vertical' &&
      xmlElement('meta', { name: 'primary-writing-mode', content: 'vertical-rl' }),
  ]
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n')
}

function titles({ title, subtitle }: Book['config']): string[] {
  if (subtitle === undefined) return [dc('title', title)]
  return [
    dc('title', title, { id: 'title' }),
    meta('title-type', 'main', { refines: '#title' }),
    dc('title', subtitle, { id: 'subtitle' }),
    meta('title-type', 'subtitle', { refines: '#subtitle' }),
  ]
}

function maker(element: 'creator' | 'contributor', id: string, { name, role, reading }: Creator): string[] {
  const refines = `#${id}`
  const lines = [dc(element, name, { id }), meta('role', role, { refines, scheme: 'marc:relators' })]
  if (reading !== undefined) lines.push(meta('file-as', reading, { refines }))
  return lines
}

/** The book of several volumes that this is one of, and the series that the book belongs to. */
function series({ series: of, volume }: Book['config']): string[] {
  const volumes = volume ? collection('volumes', volume.bookTitle, volume.number) : []
  if (!of) return volumes
  return [...volumes, ...collection('series', of.name, of.volume, volume && { refines: '#volumes' })]
}

function collection(
  id: string,
  name: string,
  position?: number,
  inside: Record<string, string> = {},
): string[] {
  const refines = `#${id}`
  const lines = [
    meta('belongs-to-collection', name, { id, ...inside }),
    meta('collection-type', 'series', { refines }),
  ]
  if (position !== undefined) lines.push(meta('group-position', String(position), { refines }))
  return lines
}

/** Everyone who speaks, once each and in the order of the book, as MARC's speakers. */
function speakers(book: Book): Creator[] {
  const readings = new Map(book.people.map(({ name, reading }) => [name, reading]))
  const named = new Set([...book.config.creators, ...book.config.contributors].map(({ name }) => name))
  const result: Creator[] = []
  const children = book.tree.children.flatMap((event) => event.children)
  for (const { name, reading = readings.get(name) } of children.flatMap(speakersOf)) {
    if (name === '' || named.has(name)) continue
    named.add(name)
    result.push({ name, role: 'spk', ...(reading === undefined ? {} : { reading }) })
  }
  return result
}

function speakersOf(child: EventContent): Person[] {
  return child.type === 'session' ? child.speakers : []
}

function dc(name: string, value: string, attributes: Record<string, string> = {}): string {
  return xmlElement(`dc:${name}`, attributes, escapeText(value))
}

function meta(property: string, value: string, attributes: Record<string, string> = {}): string {
  return xmlElement('meta', { property, ...attributes }, escapeText(value))
}
