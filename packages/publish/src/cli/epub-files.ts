import { createMessage } from '@notes/parser'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { RenderInput } from '../model.ts'
import type { RenderedVolumes } from '../pdf/render-volumes.ts'
import { volumeFile } from '../volumes/names.ts'
import { planVolumes, type Volume } from '../volumes/plan.ts'
import { volumeRule } from '../volumes/rules.ts'
import type { OutputFile } from './output.ts'

/** The renderers stand on large libraries; the other commands start faster without them. */
export async function loadEpubRenderer(): Promise<typeof import('../epub/render-epub.ts')> {
  return await import('../epub/render-epub.ts')
}

/** The book as an ePub, or each of its volumes as one; `printed` gives the pages, where it was printed. */
export async function epubFiles(
  input: RenderInput,
  printed: RenderedVolumes | undefined,
  place: Position | undefined,
): Promise<{ files: OutputFile[]; messages: VFileMessage[] }> {
  const { renderEpub } = await loadEpubRenderer()
  const { name, volumes } = input.book.config
  const files: OutputFile[] = []
  const messages: VFileMessage[] = []
  if (typeof volumes === 'object' && !printed) {
    const reason = `Volumes of ${volumes.pages} pages are known after printing, so the ePub is one volume.`
    messages.push(createMessage(volumeRule.volumesUnknown, { reason, place, file: 'book.yaml' }))
  }
  const plan = printed?.plan ?? (await planWithoutPages(input))
  for (const [at, volume] of plan.entries()) {
    const pageMap = printed?.volumes[at]?.pageMap
    const packed = await renderEpub({
      ...input,
      ...(pageMap && { pageMap }),
      ...(plan.length > 1 && { volume: { plan, volume, places: printed?.places ?? new Map() } }),
    })
    files.push({ path: `${volumeFile(name, at, plan.length)}.epub`, bytes: packed.epub })
    messages.push(...packed.messages)
  }
  return { files, messages }
}

async function planWithoutPages({ book, assets }: RenderInput): Promise<Volume[]> {
  const { renderChapters } = await import('../html/render-chapters.ts')
  return planVolumes(book, book.config.volumes === 'event' ? renderChapters(book, { assets }) : [])
}
