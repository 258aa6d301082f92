import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { BookConfig } from '../config/schema.ts'
import { normalisePath, openFolder } from '../load/folder.ts'
import { readNamed } from '../load/read-named.ts'
import type { RenderedPdf } from '../pdf/render-pdf.ts'
import type { OutputIntent } from '../pdf/press/standards.ts'
import type { Io } from './io.ts'
import type { OutputFile } from './output.ts'
import type { ProgressLine } from './progress.ts'

export interface PressRequest {
  config: BookConfig
  /** The book's folder. */
  folder: string
  placeOf(path: readonly (string | number)[]): Position | undefined
  now: Date
}

/** What became of the file for the press. */
export interface PressFile {
  file?: OutputFile
  messages: VFileMessage[]
}

/** The file for the press that book.yaml asks for, made of the PDF to read; none where it asks for none. */
export async function pressFile(
  { config, folder, placeOf, now }: PressRequest,
  name: string,
  printed: Pick<RenderedPdf, 'pdf' | 'pages' | 'pageMap'>,
  io: Io,
  { report }: ProgressLine,
): Promise<PressFile> {
  const { standard, outputIntent } = config.pdf
  if (standard === 'none') return { messages: [] }
  const { findGhostscript } = await import('../pdf/press/ghostscript.ts')
  const { renderPress } = await import('../pdf/press/render-press.ts')
  const messages: VFileMessage[] = []
  const intent = await readIntent(outputIntent, folder, placeOf(['pdf', 'outputIntent']), messages)
  if (!intent) return { messages }
  const labels: string[] = []
  for (const { index, label } of printed.pageMap.pages) labels[index] = label
  const press = await renderPress({
    pdf: printed.pdf,
    labels,
    now,
    standard,
    intent,
    ghostscript: await findGhostscript(io.env),
    onProgress: report,
    place: placeOf(['pdf', 'standard']),
  })
  messages.push(...press.messages)
  if (!press.pdf) return { messages }
  return { file: { path: `${name}-press.pdf`, bytes: press.pdf, pages: printed.pages }, messages }
}

/** A name of the registry, or the profile that a path leads to. */
async function readIntent(
  name: string,
  folder: string,
  place: Position | undefined,
  messages: VFileMessage[],
): Promise<OutputIntent | undefined> {
  if (!/\.ic[cm]$/i.test(name)) return { name }
  const subject = `pdf.outputIntent names “${name}”`
  const profile = await readNamed(
    openFolder(folder),
    normalisePath(name),
    subject,
    place,
    'book.yaml',
    messages,
  )
  return profile && { name: name.replace(/^.*[\\/]/, ''), profile }
}
