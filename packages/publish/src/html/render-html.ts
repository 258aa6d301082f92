import type { Element } from 'hast'
import { sanitizeSvg } from '../epub/svg.ts'
import type { Asset, RenderInput } from '../model.ts'
import { colophonPage } from '../pdf/colophon.ts'
import { titlePage } from '../pdf/front-matter.ts'
import { highlightCode } from '../pdf/highlight.ts'
import { eachElement } from './each-element.ts'
import { element, text } from './element.ts'
import type { Chapter } from './chapter.ts'
import { labelsFor } from './labels.ts'
import { renderChapters } from './render-chapters.ts'
import { toHtml } from './to-html.ts'

/** Nothing is loaded and nothing runs, whatever the notes say. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/**
 * Renders the whole book as one HTML page that stands alone: styles and images are inside of it, it loads nothing.
 * Locators of the index lead to chapters by their titles.
 */
export function renderHtml({ book, theme, assets, now }: RenderInput): string {
  const { config } = book
  const labels = labelsFor(config.language)
  const chapters = renderChapters(book, { assets })
  const titles = titlesById(chapters)
  for (const { root } of chapters) {
    highlightCode(root)
    eachElement(root, (node) => {
      fillLocators(node, titles)
      showImage(node, assets.get(String(node.properties['src'])))
    })
  }
  const items = chapters.map(({ id, titleChildren }) =>
    element('li', {}, [element('a', { href: `#${id}` }, titleChildren)]),
  )
  const contents = element('nav', { className: ['contents'], ariaLabel: labels.contents }, [
    element('h2', {}, [labels.contents]),
    element('ol', {}, items),
  ])
  const parts = [
    titlePage(config, 'title-page'),
    contents,
    ...chapters.map(({ root }) => root),
    colophonPage(config, 'colophon'),
  ]
  const head = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'dcterms.modified', content: now.toISOString() }),
    element('title', {}, [config.title]),
    // A theme is CSS of the book's author; it must not end the element that it stands in.
    element('style', {}, [[theme.css, theme.epubCss].join('\n').replaceAll('</', '<\\/')]),
  ]
  const page = element('html', { lang: config.language }, [
    element('head', {}, head),
    element('body', {}, parts),
  ])
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`
}

function titlesById(chapters: readonly Chapter[]): Map<string, string> {
  const titles = new Map<string, string>()
  for (const { root, title } of chapters) {
    eachElement(root, ({ properties }) => {
      if (typeof properties['id'] === 'string') titles.set(properties['id'], title)
    })
  }
  return titles
}

/** Without pages a line of locators names each chapter once, and a reference needs no number beside its title. */
function fillLocators(parent: Element, titles: ReadonlyMap<string, string>): void {
  const shown = new Set<string>()
  parent.children = parent.children.flatMap((child) => {
    const target = child.type === 'element' ? child.properties['dataLocator'] : undefined
    if (child.type !== 'element' || typeof target !== 'string') return [child]
    const title = titles.get(target)
    if (child.tagName !== 'a' || title === undefined || shown.has(title)) return []
    const separator = shown.size > 0 ? [text(', ')] : []
    shown.add(title)
    child.children = [text(title)]
    return [...separator, child]
  })
}

function showImage(node: Element, asset: Asset | undefined): void {
  if (node.tagName !== 'img') return
  const { mediaType = '', bytes } = asset ?? {}
  const isDrawing = mediaType === 'image/svg+xml'
  const drawing = isDrawing && bytes ? sanitizeSvg(new TextDecoder().decode(bytes)) : undefined
  const shown = isDrawing ? drawing && Buffer.from(drawing) : bytes && Buffer.from(bytes)
  node.properties['src'] = shown ? `data:${mediaType};base64,${shown.toString('base64')}` : 'data:,'
}
