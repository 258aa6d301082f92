import type { Element, ElementContent } from 'hast'
import { element, isBlank, text } from './element.ts'
import { plainText } from './plain-text.ts'
import type { ChapterScope } from './scope.ts'

const phrasingOnly = new Set(
  'p h1 h2 h3 h4 h5 h6 summary caption a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var'.split(
    ' ',
  ),
)
const flow = new Set(
  'blockquote details div figure figcaption hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/**
 * Makes rendered nodes right for every output: links lead somewhere, HTML of the notes stands where XHTML allows
 * it, external links are numbered.
 */
export function tidy(parent: Element, scope: ChapterScope, inPhrasing = false): void {
  const children: ElementContent[] = []
  const only = inPhrasing || phrasingOnly.has(parent.tagName)
  for (const child of parent.children) {
    if (child.type !== 'element') {
      children.push(child)
      continue
    }
    tidy(child, scope, only)
    if (only && flow.has(child.tagName)) children.push(...child.children)
    else children.push(...tidyElement(child, scope))
  }
  parent.children = children
}

function tidyElement(node: Element, scope: ChapterScope): ElementContent[] {
  switch (node.tagName) {
    case 'a':
      return tidyLink(node, scope)
    case 'img':
      return tidyImage(node, scope)
    case 'figure':
      return [tidyFigure(node)]
    case 'bdo':
      // Without a direction it says nothing, and XHTML does not allow it.
      return /^(?:ltr|rtl)$/u.test(String(node.properties['dir'])) ? [node] : node.children
    case 'details':
      return [tidyDetails(node, scope)]
    case 'ol':
    case 'ul':
      node.children = itemsOnly(node.children)
      return node.children.some((child) => child.type === 'element') ? [node] : []
    case 'ruby':
      return node.children.some((child) => child.type === 'element' && child.tagName === 'rt')
        ? [node]
        : node.children
    default:
      return [node]
  }
}

/** A link to a place in the book, a web or a mail address; anything else is shown as text. */
function tidyLink(node: Element, scope: ChapterScope): ElementContent[] {
  const { href } = node.properties
  if (typeof href !== 'string') return node.properties['dataLocator'] === undefined ? node.children : [node]
  if (href.startsWith('#')) {
    const { ids } = scope.shared
    const own = node.properties['role'] !== undefined
    return own || ids.has(decode(href.slice(1))) ? [node] : node.children
  }
  const url = webAddress(href)
  if (url === undefined) {
    const shown = plainText(node.children)
    const target = decode(href)
    return target === '' || shown.includes(target) ? node.children : [...node.children, text(`（${target}）`)]
  }
  node.properties['href'] = url
  if (node.properties['dataLink'] === undefined && !url.startsWith('mailto:')) {
    node.properties['dataLink'] = String(numberLink(url, plainText(node.children), scope))
  }
  return [node]
}

/** The URL as browsers write it, or undefined where it is none that a book may link to. */
function webAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href.replaceAll('|', '%7C') : undefined
}

function numberLink(url: string, label: string, scope: ChapterScope): number {
  const { links, linksByChapter } = scope.shared
  const known = links.get(url)
  if (known) return known.number
  const says = label !== '' && label !== url && decode(url) !== label && URL.parse(label)?.href !== url
  const link = { number: links.size + 1, url, ...(says ? { label } : {}) }
  links.set(url, link)
  const inChapter = linksByChapter.get(scope.id)
  if (inChapter) inChapter.push(link)
  else linksByChapter.set(scope.id, [link])
  return link.number
}

function tidyImage(node: Element, scope: ChapterScope): ElementContent[] {
  const source = typeof node.properties['src'] === 'string' ? node.properties['src'] : ''
  const alt = typeof node.properties['alt'] === 'string' ? node.properties['alt'] : ''
  const { assets, labels } = scope.shared
  if (/^https?:/iu.test(source)) {
    return tidyLink(element('a', { href: source }, [alt || source]), scope)
  }
  const folder = scope.file?.replace(/[^/]*$/u, '') ?? ''
  const asset = assets?.get(source) ?? assets?.get(folder + source)
  if (assets && !asset) return [element('span', { className: ['missing'] }, [labels.missingImage(alt)])]
  const size =
    asset?.width === undefined || asset.height === undefined
      ? {}
      : { width: asset.width, height: asset.height }
  node.properties = { ...node.properties, ...size, src: asset?.path ?? source, alt }
  return [node]
}

/** Where a label or a link stands for the image, a caption that repeats its text has nothing to add. */
function tidyFigure(node: Element): Element {
  const isCaption = (child: ElementContent) => child.type === 'element' && child.tagName === 'figcaption'
  const shown = node.children.filter((child) => !isCaption(child))
  if (shown.some((child) => child.type === 'element' && child.tagName === 'img')) return node
  const caption = plainText(node.children.filter(isCaption))
  return plainText(shown).includes(caption) ? element('p', {}, shown) : node
}

function tidyDetails(node: Element, scope: ChapterScope): Element {
  const isSummary = (child: ElementContent) => child.type === 'element' && child.tagName === 'summary'
  const summary = node.children.find(isSummary) ?? element('summary', {}, [scope.shared.labels.details])
  const rest = node.children.flatMap((child) =>
    child === summary ? [] : child.type === 'element' && isSummary(child) ? child.children : [child],
  )
  return { ...node, children: [summary, ...rest] }
}

function itemsOnly(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'li') return [child]
    return isBlank([child]) ? [] : [element('li', {}, [child])]
  })
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
