import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { Chapter, ChapterKind } from '../html/chapter.ts'
import { type Labels, labelsFor } from '../html/labels.ts'
import type { Book } from '../model.ts'
import { colophonPage, colophonTitle } from './colophon.ts'
import { addPageReferences } from './cross-references.ts'
import { type ContentsGroup, contentsPage, halfTitle, titlePage } from './front-matter.ts'
import { highlightCode } from './highlight.ts'
import { markRagged } from './ragged.ts'
import { qrCode } from './qr.ts'
import type { Sheet } from './sheet.ts'
import { setVertical } from './vertical.ts'

/** What follows the body, in the order of a Japanese book. */
const BACK: ChapterKind[] = ['glossary', 'people', 'index', 'links', 'afterword']

/** What the sheets of one volume have to do with the others. */
export interface AmongVolumes {
  /** Ids of all volumes; those of this one are added. */
  taken: Set<string>
  /** The contents of all volumes. */
  contents: readonly ContentsGroup[]
}

/** Puts the chapters in the order of the printed book and adds the pages that only a printed book has. */
export function composeSheets(book: Book, chapters: readonly Chapter[], among?: AmongVolumes): Sheet[] {
  const { config } = book
  const ids = among?.taken ?? new Set(chapters.flatMap(({ root }) => idsOf(root)))
  const free = (wanted: string): string => {
    while (ids.has(wanted)) wanted += '-'
    ids.add(wanted)
    return wanted
  }
  const labels = labelsFor(config.language)
  const ordered = inPrintedOrder(chapters)
  const { prefaces, body, back } = ordered
  const contentsId = free('contents')
  const contents = contentsPage(
    among?.contents ?? [{ chapters: Object.values(ordered).flat() }],
    contentsId,
    labels,
  )
  const openChapter = config.page.openOn
  const front = { opens: 'recto', numbering: 'roman' } as const
  const closing = { opens: config.page.openOn === 'any' ? 'any' : 'verso', numbering: 'arabic' } as const
  const halfId = free('half-title')
  const titleId = free('title-page')
  const colophonId = free('colophon')
  const sheets: Sheet[] = [
    {
      ...front,
      id: halfId,
      kind: 'half-title',
      title: config.title,
      root: halfTitle(config, halfId),
      folios: false,
    },
    {
      ...front,
      id: titleId,
      kind: 'title-page',
      title: config.title,
      root: titlePage(config, titleId),
      folios: false,
    },
    ...prefaces.map((chapter) =>
      chapterSheet(chapter, { ...front, opens: openChapter }, config.title, labels),
    ),
    {
      ...front,
      id: contentsId,
      kind: 'contents',
      title: labels.contents,
      root: contents,
      folios: true,
      heads: { verso: config.title, recto: labels.contents },
    },
    ...[...body, ...back].map((chapter, at) => {
      // The first page of the body is page 1, and odd numbers stand on the right.
      const opens = at === 0 || chapter.kind === 'part' ? 'recto' : openChapter
      const part = body.find(({ id }) => id === chapter.partId)
      return chapterSheet(chapter, { opens, numbering: 'arabic' }, part?.title ?? config.title, labels)
    }),
    {
      ...closing,
      id: colophonId,
      kind: 'colophon',
      title: colophonTitle(config.language),
      root: colophonPage(config, colophonId),
      folios: false,
    },
  ]
  if (config.writingMode === 'vertical') for (const { root } of sheets) setVertical(root)
  return sheets
}

/** Chapters as the printed book has them, before, in and behind its body. */
export function inPrintedOrder(
  chapters: readonly Chapter[],
): Record<'prefaces' | 'body' | 'back', Chapter[]> {
  return {
    prefaces: chapters.filter(({ kind }) => kind === 'preface'),
    body: chapters.filter(({ kind }) => kind === 'part' || kind === 'chapter'),
    back: BACK.flatMap((kind) => chapters.filter((chapter) => chapter.kind === kind)),
  }
}

function chapterSheet(
  chapter: Chapter,
  place: Pick<Sheet, 'opens' | 'numbering'>,
  verso: string,
  { code }: Labels,
): Sheet {
  const { id, kind, title } = chapter
  const heads = kind === 'part' ? { verso: title, recto: title } : { verso, recto: title }
  const root = structuredClone(chapter.root)
  highlightCode(root)
  markRagged(root)
  if (kind === 'links') addCodes(root, code)
  else if (!BACK.includes(kind) || kind === 'afterword') addPageReferences(root)
  return { ...place, id, kind, title, root, folios: true, heads }
}

/** Adds a code to scan to every link of the list. Changes the tree. */
function addCodes(root: Element, label: string): void {
  visit(root, 'element', (node) => {
    if (node.tagName !== 'li' || node.properties['dataLink'] === undefined) return
    const anchor = node.children.find((child) => child.type === 'element' && child.tagName === 'a') as Element
    const code = qrCode(String(anchor?.properties['href'] ?? ''), label)
    if (code) node.children.unshift(code)
  })
}

/** Every id of a chapter. */
export function idsOf(root: Element): string[] {
  const ids: string[] = []
  visit(root, 'element', ({ properties }) => {
    if (properties['id'] !== undefined) ids.push(String(properties['id']))
  })
  return ids
}
