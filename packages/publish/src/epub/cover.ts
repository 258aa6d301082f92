import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { element } from '../html/element.ts'
import type { Assets, Book, Theme } from '../model.ts'
import { Crew, helperThreads, workerBeside } from '../threads/crew.ts'
import type { Document } from './document.ts'
import type { CoverDesign } from './draw-cover.ts'
import { type PackagedImage, packageImages } from './images.ts'
import { epubRule } from './rules.ts'

/** Sessions from which the time that their chapters take is worth a thread that draws the cover meanwhile. */
const LARGE = 100

/** The cover: the book's own image, or one that is drawn. */
export async function packageCover(
  { config, tree }: Book,
  theme: Theme,
  assets: Assets,
): Promise<{ cover: PackagedImage; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  if (config.cover !== undefined) {
    const own = await packageImages([config.cover], assets, coverSide)
    const [image] = own.images
    messages.push(...own.messages)
    if (image && image.mediaType !== 'image/svg+xml') {
      const file = image.file.replace('images/image-1', 'images/cover')
      return { cover: { ...image, file }, messages }
    }
    const reason = `The cover ${config.cover} cannot be used as a cover image.`
    messages.push(createMessage(epubRule.coverUnusable, { reason, file: config.cover }))
  }
  const { title, subtitle, series, creators, publisher } = config
  const { css, epubCss, fonts } = theme
  const design = {
    config: { title, subtitle, series, creators, publisher },
    theme: { css, epubCss, ...(fonts && { fonts }) },
  }
  const sessions = tree.children.reduce((sum, { children }) => sum + children.length, 0)
  const bytes = await draw(design, sessions < LARGE ? 0 : Math.min(helperThreads(), 1))
  return { cover: { file: 'images/cover.png', mediaType: 'image/png', bytes }, messages }
}

async function draw(design: CoverDesign, threads: number): Promise<Uint8Array> {
  const crew = new Crew<CoverDesign, Uint8Array, Uint8Array>(
    {
      module: workerBeside(import.meta.url, 'cover-worker'),
      here: async (input) => {
        const { drawCover } = await import('./draw-cover.ts')
        return await drawCover(input)
      },
      receive: (bytes) => bytes,
    },
    { threads, ahead: 1 },
  )
  crew.add(design)
  let drawn: Uint8Array | undefined
  for await (const bytes of crew.results()) drawn = bytes
  return drawn!
}

/** The cover alone on its page, by an `img`, as Kobo wants it. */
export function coverDocument(file: string, title: string, label: string): Document {
  const image = element('img', { src: file, alt: title, role: 'doc-cover', 'epub:type': 'cover' })
  const root = element('section', { className: ['cover'] }, [image])
  return { file: 'cover.xhtml', itemId: 'cover', title: label, root }
}

/** Pixels that stores allow on a cover's longer side. */
const coverSide = 2560
