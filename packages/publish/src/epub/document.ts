import type { Element, ElementContent } from 'hast'
import { eachElement } from '../html/each-element.ts'
import { addIndexTypes } from './index-types.ts'
import { hideRepeats } from './repeated-text.ts'
import { toXhtml } from './to-xhtml.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/** One XHTML file of the ePub, before it is written. */
export interface Document {
  /** Below `OEBPS/`. */
  file: string
  /** `id` in the manifest. */
  itemId: string
  title: string
  root: Element
}

/** What EPUB calls the thing that a role names; readers of before DPUB-ARIA know only this word. */
const types: Record<string, string> = {
  'doc-afterword': 'afterword',
  'doc-appendix': 'appendix',
  'doc-backlink': 'backlink',
  'doc-chapter': 'chapter',
  'doc-colophon': 'colophon',
  'doc-cover': 'cover',
  'doc-footnote': 'footnote',
  'doc-glossary': 'glossary',
  'doc-glossref': 'glossref',
  'doc-index': 'index',
  'doc-noteref': 'noteref',
  'doc-pagebreak': 'pagebreak',
  'doc-pagelist': 'page-list',
  'doc-part': 'part',
  'doc-preface': 'preface',
  'doc-toc': 'toc',
}

/** Adds `epub:type` beside each role, and to the parts of an index; hides repeated texts of images from the ear. */
export function describeParts(root: Element): void {
  if (root.properties['role'] === 'doc-index') addIndexTypes(root)
  let hasImage = false
  eachElement(root, (node) => {
    const type = types[String(node.properties['role'])]
    if (type !== undefined) node.properties['epub:type'] = type
    if (node.tagName === 'img') hasImage = true
  })
  if (hasImage) hideRepeats(root)
}

/** Writes a whole XHTML file around a body. */
export function writeDocument({
  title,
  children,
  language,
  stylesheets,
}: {
  title: string
  children: ElementContent[]
  language: string
  /** Names of the CSS files, the last of which counts most. */
  stylesheets: readonly string[]
}): string {
  const lang = escapeAttribute(language)
  const styles = stylesheets.map((name) => `<link rel="stylesheet" type="text/css" href="${name}"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head>
<meta charset="UTF-8"/>
<title>${escapeText(title)}</title>
${styles.join('\n')}
</head>
<body>
${toXhtml(children)}
</body>
</html>
`
}
