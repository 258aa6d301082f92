import { strToU8 } from 'fflate'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFileMessage } from 'vfile-message'
import type { BookConfig } from '../config/schema.ts'
import { eachElement } from '../html/each-element.ts'
import { element } from '../html/element.ts'
import type { Chapter } from '../html/chapter.ts'
import { type Labels, labelsFor } from '../html/labels.ts'
import { renderChapters } from '../html/render-chapters.ts'
import { IdRegistry } from '../html/scope.ts'
import { setUpright } from '../html/upright.ts'
import type { PageMap, RenderInput } from '../model.ts'
import { colophonPage, colophonTitle } from '../pdf/colophon.ts'
import { titlePage } from '../pdf/front-matter.ts'
import { withoutProperties } from '../theme/properties.ts'
import { closedCss } from './css.ts'
import { inspect } from './accessibility.ts'
import { coverDocument, packageCover } from './cover.ts'
import { describeParts, type Document, writeDocument } from './document.ts'
import { epubIdentifier } from './identifier.ts'
import { packageImages } from './images.ts'
import { resolveLinks } from './links.ts'
import { metadata } from './metadata.ts'
import { contentsOf, type Entry, type Landmark, navigation, ncx } from './navigation.ts'
import { type ManifestItem, packageDocument } from './package-document.ts'
import { type EpubFiles, packEpub } from './packager.ts'
import { placePages } from './page-breaks.ts'
import { hasVerticalLines, verticalCss, verticalStylesheet } from './vertical.ts'
import { closeVolume, type EpubVolume, otherContents, volumeBook } from './volume.ts'

export interface EpubInput extends RenderInput {
  /** The volume that the ePub holds; the whole book where absent. */
  volume?: EpubVolume
  /** Pages of the printed book; without them the ePub has no page list. */
  pageMap?: PageMap
}

export interface EpubOutput {
  epub: Uint8Array
  messages: VFileMessage[]
}

/**
 * Renders the book as an ePub (EPUB 3.3, EPUB Accessibility 1.1). The same input gives the same bytes; nothing is
 * read from disk but the fonts that come with the packages, and nothing is fetched.
 */
export async function renderEpub(input: EpubInput): Promise<EpubOutput> {
  const { theme, assets, now, pageMap, volume } = input
  const book = volume ? volumeBook(input.book, volume) : input.book
  const { config } = book
  const { language } = config
  const labels = labelsFor(language)
  const packagingCover = packageCover(book, theme, assets)
  const whole = renderChapters(input.book, { assets })
  const separator = config.writingMode === 'vertical' ? '、' : ', '
  const chapters = volume ? closeVolume(whole, volume, { language, separator }) : whole
  const vertical = config.writingMode === 'vertical'

  const names = new IdRegistry()
  for (const reserved of ['toc', 'cover', 'content', 'style']) names.claim(reserved)
  const files = new Map(chapters.map(({ id }) => [id, `${names.claim(id)}.xhtml`]))
  const documents = composeDocuments(chapters, files, names, config)
  const { blocks, shown, ...targets } = collectTargets(documents)
  const {
    images,
    files: imageFiles,
    messages,
  } = await packageImages(shown, assets, config.epub.maximumImageSide)
  // Before the page breaks, which cut texts. Its languages take long to load, and few notes have code.
  if (blocks.length > 0) {
    const { highlightBlock } = await import('../pdf/highlight.ts')
    blocks.forEach(highlightBlock)
  }
  const placed = pageMap && placePages(documents, pageMap)
  for (const document of documents) {
    const pages = placed ? { pageOf: placed.pageOf } : {}
    resolveLinks(document, { ...targets, images: imageFiles, separator, ...pages })
    describeParts(document.root)
  }
  const contents = contentsOf(chapters, (id) => files.get(id) ?? '')
  if (contents.length === 0) contents.push(titleEntry(documents[0]?.file ?? '', config.title))
  const { cover, messages: coverMessages } = await packagingCover
  messages.push(...coverMessages)
  documents.unshift(coverDocument(cover.file, config.title, labels.cover))
  const body = documents.map(({ file, title, root }) => {
    return { file, title, children: [root], vertical: vertical && hasVerticalLines(root) }
  })
  const nav = body.find(({ file }) => file === 'toc.xhtml')
  const landmarks = landmarksOf(chapters, files, labels)
  nav?.children.push(...navigation(contents, landmarks, placed?.pages ?? [], labels))
  if (volume) nav?.children.push(...otherContents(whole, volume, language))
  // Behind the page breaks, whose offsets are those of whole texts.
  for (const part of body) if (part.vertical) part.children.forEach(setUpright)

  const themeCss = closedCss(withoutProperties([theme.css, theme.epubCss].join('\n')))
  const texts = () => body.flatMap(({ children }) => children.map((child) => toString(child)))
  const embedded =
    config.fonts === 'embed'
      ? await (await import('./fonts.ts')).packageFonts(texts(), themeCss, book, theme.fonts)
      : undefined
  const fonts = embedded?.fonts ?? []
  messages.push(...(embedded?.messages ?? []))
  const identifier = epubIdentifier(config)
  const content = inspect(chapters, images, (placed?.pages.length ?? 0) > 0)
  const items: ManifestItem[] = [
    { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml' },
    { id: 'css', href: 'style.css', mediaType: 'text/css' },
    ...(vertical ? [{ id: 'vertical-css', href: verticalStylesheet, mediaType: 'text/css' }] : []),
    ...documents.map(({ file, itemId }) => ({
      id: itemId,
      href: file,
      mediaType: 'application/xhtml+xml',
      ...(file === 'toc.xhtml' ? { properties: 'nav' } : {}),
    })),
    { id: 'cover-image', href: cover.file, mediaType: cover.mediaType, properties: 'cover-image' },
    ...images.map(({ file, mediaType }, index) => ({ id: `image-${index + 1}`, href: file, mediaType })),
    ...fonts.map(({ file }, index) => ({ id: `font-${index + 1}`, href: file, mediaType: 'font/woff' })),
  ]
  const written = body.map(({ file, title, children, vertical: isVertical }) => {
    const stylesheets = ['style.css', ...(isVertical ? [verticalStylesheet] : [])]
    const xhtml = (): string => {
      const document = writeDocument({ title, children, language, stylesheets })
      // The trees of a large book take more memory than anything else, and nobody asks for them again.
      for (const child of children) if (child.type === 'element') child.children = []
      return document
    }
    return { name: file, title, xhtml }
  })
  const verticalFiles = vertical
    ? [{ name: verticalStylesheet, bytes: strToU8(verticalCss(theme)), compress: true }]
    : []
  const epub = await packEpub({
    title: config.title,
    language,
    packageDocument: packageDocument({
      metadata: metadata({
        book,
        identifier,
        now,
        content,
        ...(pageMap && placed?.pages.length ? { pageMap } : {}),
      }),
      language,
      items,
      spine: documents.map(({ itemId }) => itemId),
      vertical,
      fonts: config.fonts === 'embed',
    }),
    navigation: written.find(({ name }) => name === 'toc.xhtml')?.xhtml() ?? '',
    ncx: ncx(contents, { identifier, title: config.title, language }),
    css: embedded?.css ?? themeCss,
    chapters: written.filter(({ name }) => name !== 'toc.xhtml'),
    binaries: [...verticalFiles, ...[cover, ...images].map(binary), ...fonts.map(binary)],
  })
  return { epub, messages }
}

/** A book without chapters has a title at least; contents must not be empty. */
function titleEntry(href: string, title: string): Entry {
  return { href, title, children: [{ type: 'text', value: title }], entries: [] }
}

/** Images and fonts are compressed already, all but drawings. */
function binary({ file, bytes }: { file: string; bytes: Uint8Array }): EpubFiles['binaries'][number] {
  return { name: file, bytes, compress: file.endsWith('.svg') }
}

/** All XHTML files in reading order: title page, prefaces, contents, body, back matter, colophon. */
function composeDocuments(
  chapters: readonly Chapter[],
  files: Map<string, string>,
  names: IdRegistry,
  config: BookConfig,
): Document[] {
  const labels = labelsFor(config.language)
  const documents = chapters.map(({ id, title, root }, index): Document => {
    return { file: files.get(id) ?? '', itemId: `chapter-${index + 1}`, title, root }
  })
  const prefaces = chapters.filter(({ kind }) => kind === 'preface').length
  const own = (id: string) => `${names.claim(id)}.xhtml`
  return [
    {
      file: own('title-page'),
      itemId: 'title-page',
      title: config.title,
      root: titlePage(config, 'title-page'),
    },
    ...documents.slice(0, prefaces),
    {
      file: 'toc.xhtml',
      itemId: 'nav',
      title: labels.contents,
      root: element('div', { id: 'contents' }),
    },
    ...documents.slice(prefaces),
    {
      file: own('colophon'),
      itemId: 'colophon',
      title: colophonTitle(config.language),
      root: colophonPage(config, 'colophon'),
    },
  ]
}

/** Files and titles of everything that links may lead to, the blocks of code, and the images that are shown. */
function collectTargets(documents: readonly Document[]): {
  files: Map<string, string>
  titles: Map<string, string>
  blocks: Element[]
  shown: string[]
} {
  const files = new Map<string, string>()
  const titles = new Map<string, string>()
  const blocks: Element[] = []
  const shown: string[] = []
  for (const { file, title, root } of documents) {
    titles.set(file, title)
    eachElement(root, (node) => {
      const { id } = node.properties
      if (typeof id === 'string') files.set(id, file)
      if (node.tagName === 'pre') blocks.push(node)
      else if (node.tagName === 'img') shown.push(String(node.properties['src']))
    })
  }
  return { files, titles, blocks, shown }
}

function landmarksOf(chapters: readonly Chapter[], files: Map<string, string>, labels: Labels): Landmark[] {
  const types: [Chapter['kind'], string][] = [
    ['glossary', 'glossary'],
    ['index', 'index'],
  ]
  const start = chapters.find(({ kind }) => kind === 'part' || kind === 'chapter')
  const landmarks: Landmark[] = [
    { type: 'cover', href: 'cover.xhtml', title: labels.cover },
    { type: 'toc', href: 'toc.xhtml', title: labels.contents },
  ]
  if (start) landmarks.push({ type: 'bodymatter', href: files.get(start.id) ?? '', title: start.title })
  for (const [kind, type] of types) {
    const chapter = chapters.find((one) => one.kind === kind)
    if (chapter) landmarks.push({ type, href: files.get(chapter.id) ?? '', title: chapter.title })
  }
  return landmarks
}
