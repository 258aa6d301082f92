import type { Element } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { plainText } from '../../html/plain-text.ts'
import { objectText, type PdfFile, textString } from '../pdf-file.ts'
import { stringText } from './pdf-value.ts'

/** What a link leads to, in words. */
export type DescribeLink = (href: string) => string

/** Titles of the places that links lead to, and the texts of links to the web. */
export function linkDescriptions(roots: readonly Element[]): DescribeLink {
  const texts = linkTexts(roots)
  return (href) => texts.get(href) ?? href
}

/** The same as data, by address. */
export function linkTexts(roots: readonly Element[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const root of roots) {
    visit(root, 'element', (node) => {
      const { id, href, ariaLabel } = node.properties
      if (id !== undefined) {
        const title = headingOf(node)
        if (title !== '') found.set(`#${id}`, title)
      }
      if (node.tagName !== 'a' || typeof href !== 'string') return
      const text = String(ariaLabel ?? plainText(node.children)).trim()
      const key = href.startsWith('#') ? href : (URL.parse(href)?.href ?? href)
      if (text !== '' && !found.has(key)) found.set(key, text)
    })
  }
  return found
}

/** The first heading inside of an element; not that of a section inside of it. */
function headingOf(owner: Element): string {
  let title = ''
  visit(owner, 'element', (node) => {
    if (title !== '' || (node !== owner && node.properties['id'] !== undefined)) return SKIP
    if (/^h[1-6]$/.test(node.tagName)) title = plainText(node.children).trim()
    return
  })
  return title
}

/** Adds to a link of a page what it leads to. */
export function describeAnnotation(annotation: string, describe: DescribeLink): string {
  const uri = /\/URI (\((?:\\[^]|[^\\)])*\)|<[^>]*>)/.exec(annotation)?.[1]
  const name = /\/Dest \/(\S+?)(?=\s|\/|>)/.exec(annotation)?.[1]
  const href = uri === undefined ? `#${decodeName(name ?? '')}` : stringText(uri)
  return annotation.replace('/Subtype /Link', `/Subtype /Link\n/Contents ${textString(describe(href))}`)
}

function decodeName(name: string): string {
  const bytes = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Objects of the annotations of a page. */
export function annotationsOf(page: string): number[] {
  const list = /\/Annots \[([^\]]*)\]/.exec(page)?.[1] ?? ''
  return Array.from(list.matchAll(/(\d+) 0 R/g), ([, number]) => Number(number))
}

/** The conditions that the annotations of a file may fail. */
export function annotationConditions(
  file: PdfFile,
  annotations: readonly number[],
  linked: ReadonlySet<number>,
): { id: string; reason: string }[] {
  return annotations.flatMap((number) => {
    const text = objectText(file, number)
    if (!text.includes('/Subtype /Link'))
      return [{ id: '28-002', reason: 'a page has something to press that is no link' }]
    return linked.has(number) ? [] : [{ id: '28-011', reason: 'a link does not belong to any text' }]
  })
}
