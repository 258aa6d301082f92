import { escapeAttribute, xmlElement } from './xml.ts'

/** One file of the ePub, as the manifest lists it. */
export interface ManifestItem {
  id: string
  href: string
  mediaType: string
  properties?: string
}

export interface PackageInput {
  metadata: string
  language: string
  items: readonly ManifestItem[]
  /** `id`s of the documents in reading order. */
  spine: readonly string[]
  /** Lines run from top to bottom, pages from right to left. */
  vertical: boolean
  /** Fonts are embedded. */
  fonts: boolean
}

/** The package document (OPF) of EPUB 3.3. */
export function packageDocument({ metadata, language, items, spine, vertical, fonts }: PackageInput): string {
  const manifest = items.map(({ id, href, mediaType, properties }) =>
    xmlElement('item', { id, href, 'media-type': mediaType, properties }),
  )
  const order = spine.map((idref) => xmlElement('itemref', { idref }))
  const prefixes = ['a11y: http://www.idpf.org/epub/vocab/package/a11y/#']
  if (fonts) {
    prefixes.push('ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/')
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="${escapeAttribute(language)}" prefix="${prefixes.join(' ')}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine toc="ncx" page-progression-direction="${vertical ? 'rtl' : 'ltr'}">
${order.join('\n')}
</spine>
</package>
`
}
