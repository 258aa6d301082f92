import type { BookConfig } from '../config/schema.ts'
import { textString } from './pdf-file.ts'

/** What a PDF says about itself. */
export interface Metadata {
  title: string
  authors: string[]
  subject?: string
  keywords: string[]
  publisher?: string
  rights?: string
  language: string
  producer: string
  created: Date
  identifier: string
}

export function bookMetadata(
  config: BookConfig,
  created: Date,
  identifier: string,
  producer: string,
): Metadata {
  const { title, subtitle, creators, description, subjects, publisher, rights, language } = config
  return {
    title: subtitle === undefined ? title : `${title} ${subtitle}`,
    authors: creators.map(({ name }) => name),
    keywords: subjects,
    ...(description !== undefined && { subject: description }),
    ...(publisher !== undefined && { publisher }),
    ...(rights !== undefined && { rights }),
    language,
    producer,
    created,
    identifier,
  }
}

/** The document information dictionary. */
export function infoDictionary(metadata: Metadata): string {
  const { title, authors, subject, keywords, producer, created } = metadata
  const date = `(D:${created.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+00'00')`
  const entries = [
    `/Title ${textString(title)}`,
    authors.length > 0 ? `/Author ${textString(authors.join('、'))}` : '',
    subject === undefined ? '' : `/Subject ${textString(subject)}`,
    keywords.length > 0 ? `/Keywords ${textString(keywords.join(', '))}` : '',
    '/Creator (Notes)',
    `/Producer ${textString(producer)}`,
    `/CreationDate ${date}`,
    `/ModDate ${date}`,
  ]
  return `<<${entries.filter(Boolean).join('\n')}>>`
}

/** The same facts in XMP, and with `isAccessible` that the file follows PDF/UA-1. */
export function xmpPacket(metadata: Metadata, isAccessible = false): string {
  const { title, authors, subject, keywords, publisher, rights, language, producer, created, identifier } =
    metadata
  const date = `${created.toISOString().slice(0, 19)}Z`
  const seq = authors.map((author) => `<rdf:li>${xml(author)}</rdf:li>`).join('')
  const bag = keywords.map((keyword) => `<rdf:li>${xml(keyword)}</rdf:li>`).join('')
  const lines = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:identifier>${xml(identifier)}</dc:identifier>`,
    seq && `<dc:creator><rdf:Seq>${seq}</rdf:Seq></dc:creator>`,
    subject &&
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(subject)}</rdf:li></rdf:Alt></dc:description>`,
    bag && `<dc:subject><rdf:Bag>${bag}</rdf:Bag></dc:subject>`,
    publisher && `<dc:publisher><rdf:Bag><rdf:li>${xml(publisher)}</rdf:li></rdf:Bag></dc:publisher>`,
    rights &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(rights)}</rdf:li></rdf:Alt></dc:rights>`,
    '<xmp:CreatorTool>Notes</xmp:CreatorTool>',
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
    keywords.length > 0 && `<pdf:Keywords>${xml(keywords.join(', '))}</pdf:Keywords>`,
    isAccessible && '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>',
  ]
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${lines.filter(Boolean).join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

function xml(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
