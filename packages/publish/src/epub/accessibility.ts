import type { BookConfig } from '../config/schema.ts'
import type { Chapter } from '../html/chapter.ts'
import { eachElement } from '../html/each-element.ts'
import type { PackagedImage } from './images.ts'
import { mayMove } from './moving.ts'

/** What a book holds, as far as its accessibility depends on it. */
export interface BookContent {
  images: boolean
  /** Every image has an alternative text. */
  described: boolean
  /** Some image may move. */
  moving: boolean
  ruby: boolean
  index: boolean
  pages: boolean
}

/** Looks at what a book really holds. */
export function inspect(
  chapters: readonly Chapter[],
  images: readonly PackagedImage[],
  pages: boolean,
): BookContent {
  const content = { images: false, described: true, ruby: false }
  for (const { root } of chapters) {
    eachElement(root, ({ tagName, properties }) => {
      if (tagName === 'ruby') content.ruby = true
      if (tagName !== 'img') return
      content.images = true
      if (String(properties['alt'] ?? '').trim() === '') content.described = false
    })
  }
  const moving = images.some(mayMove)
  return { ...content, moving, index: chapters.some(({ kind }) => kind === 'index'), pages }
}

/** Metadata of EPUB Accessibility 1.1 as pairs of property and value. */
export function accessibilityMetadata(content: BookContent, config: BookConfig): [string, string][] {
  const { images, described, moving } = content
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'ARIA',
  ]
  if (images && described) features.push('alternativeText')
  if (content.index) features.push('index')
  if (content.ruby) features.push('rubyAnnotations')
  if (config.writingMode === 'vertical') features.push('verticalWriting')
  if (content.pages) features.push('pageBreakMarkers', 'pageNavigation')
  return [
    ['schema:accessMode', 'textual'],
    ...(images ? ([['schema:accessMode', 'visual']] as [string, string][]) : []),
    ...(images ? ([['schema:accessModeSufficient', 'textual,visual']] as [string, string][]) : []),
    ...(described ? ([['schema:accessModeSufficient', 'textual']] as [string, string][]) : []),
    ...features.map((feature): [string, string] => ['schema:accessibilityFeature', feature]),
    ['schema:accessibilityHazard', moving ? 'unknown' : 'none'],
    ['schema:accessibilitySummary', config.epub.accessibilitySummary ?? summary(content, config.language)],
  ]
}

function summary({ images, described, pages }: BookContent, language: string): string {
  const japanese = /^ja\b/iu.test(language)
  const sentences = japanese
    ? [
        '見出し・目次・索引をたどって読み進められ、文字の大きさや色は自由に変えられます。',
        !images
          ? '画像はありません。'
          : described
            ? '画像にはすべて代替テキストがあります。'
            : '代替テキストのない画像があります。',
        pages ? '紙の本と同じページ番号でたどれます。' : '',
      ]
    : [
        'Headings, contents and index can be navigated; the size and the colours of the text can be changed.',
        !images
          ? 'There are no images.'
          : described
            ? 'Every image has an alternative text.'
            : 'Some images have no alternative text.',
        pages ? 'The page numbers are those of the printed book.' : '',
      ]
  return sentences.filter((sentence) => sentence !== '').join(japanese ? '' : ' ')
}

/** The conformance claim that book.yaml asks for; undefined where it asks for none. */
export function conformance(config: BookConfig): string | undefined {
  const { conformance: level } = config.epub
  return level === 'none' ? undefined : `EPUB Accessibility 1.1 - WCAG 2.2 Level ${level.toUpperCase()}`
}
